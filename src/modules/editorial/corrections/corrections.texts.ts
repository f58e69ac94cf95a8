export const texts = {
  correct: { vi: 'Sửa riêng bản cho kênh này', en: 'Correct it for this channel alone' },
  title: {
    vi: (name: string) => `Sửa bản cho ${name}`,
    en: (name: string) => `Correct the text for ${name}`,
  },
  lead: {
    vi: 'Kênh đã từ chối bản được duyệt. Sửa ở đây chỉ đổi bản của kênh này; bài và những gì đã gửi ở kênh khác giữ nguyên. Người thứ hai duyệt đúng từng chữ thì bản sửa mới được gửi.',
    en: 'The channel refused the approved text. This changes the text for this channel alone; the item and what left by others stay. It leaves when a second person has approved exactly these words.',
  },
  uncarried: {
    vi: 'Bản sửa riêng đã duyệt chưa có trong bản đang viết',
    en: 'The approved correction is not in the version at work',
  },
  uncarriedWhy: {
    vi: (n: number) =>
      `Kênh này đã nhận bản sửa riêng của bản ${n}. Bản đang viết bắt đầu trước khi bản sửa được duyệt; nếu lời sửa còn đúng, chép vào bản cho kênh.`,
    en: (n: number) =>
      `This channel got a correction of version ${n}. The version at work had begun before that; copy the words if they still hold.`,
  },
  staleWhy: {
    vi: (n: number) =>
      `Kênh này đã nhận bản sửa riêng của bản ${n}. Nội dung bài đã thay đổi từ đó nên lời sửa không được tự chép sang; nếu còn đúng, chép vào bản cho kênh.`,
    en: (n: number) =>
      `This channel got a correction of version ${n}. The text has changed since, so it was not carried over; copy the words if they still hold.`,
  },
  corrected: { vi: 'Lời của bản sửa', en: 'Words of the correction' },
  refused: { vi: 'Bản đã bị từ chối', en: 'What was refused' },
  own: { vi: 'Bản sửa', en: 'The correction' },
  again: { vi: 'Viết lại bản sửa', en: 'Write it again' },
  textTitle: { vi: 'Tiêu đề', en: 'Title' },
  summary: { vi: 'Tóm tắt', en: 'Lead' },
  text: { vi: 'Nội dung', en: 'Text' },
  images: { vi: 'Ảnh', en: 'Pictures' },
  ask: { vi: 'Lưu bản sửa, xin duyệt', en: 'Save and ask for approval' },
  asked: { vi: 'Đã lưu bản sửa và báo người duyệt.', en: 'Saved; those who approve were told.' },
  waits: { vi: 'Bản sửa chờ duyệt', en: 'The correction waits for approval' },
  waitsBy: {
    vi: (name: string, when: string) => `${name} sửa lúc ${when}.`,
    en: (name: string, when: string) => `Corrected by ${name}, ${when}.`,
  },
  approve: { vi: 'Duyệt và gửi', en: 'Approve and send' },
  giveBack: { vi: 'Trả lại', en: 'Return' },
  note: { vi: 'Cần sửa gì', en: 'What to change' },
  approved: { vi: 'Đã duyệt; bản sửa đang được gửi.', en: 'Approved; the correction leaves.' },
  returned: { vi: 'Đã trả lại bản sửa.', en: 'The correction was returned.' },
  returnedBy: {
    vi: (name: string, note: string) => `${name} trả lại: ${note}`,
    en: (name: string, note: string) => `Returned by ${name}: ${note}`,
  },
  notYou: {
    vi: 'Anh/chị đã viết bài hoặc bản sửa này nên cần người khác duyệt.',
    en: 'You wrote at the item or this correction, so somebody else approves it.',
  },
  nothing: { vi: 'Không có gì để sửa riêng', en: 'Nothing to correct here' },
  nothingWhy: {
    vi: 'Chỉ sửa riêng được bản đã đăng mà kênh từ chối, khi chưa có bản nào tới kênh đó.',
    en: 'Only a public text that the channel refused can be corrected alone, and only while nothing of it has left there.',
  },
} as const
