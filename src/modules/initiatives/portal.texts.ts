/** Of the public. */
export const portalTexts = {
  home: { vi: 'Trang chủ', en: 'Home' },
  title: { vi: 'Sáng kiến cải cách hành chính', en: 'Ideas for a better administration' },
  lead: {
    vi: 'Ai cũng gửi được: người dân, tổ chức, cán bộ. Mỗi sáng kiến đều được xem xét và có câu trả lời.',
    en: 'Anybody may send one: people, organisations, officials. Each is looked at and answered.',
  },
  send: { vi: 'Gửi sáng kiến', en: 'Send an idea' },
  follow: { vi: 'Tra cứu bằng mã', en: 'Follow by code' },
  openCalls: { vi: 'Đang kêu gọi', en: 'Open calls' },
  until: { vi: (day: string) => `Nhận đến hết ngày ${day}`, en: (day: string) => `Open until ${day}` },
  sendToCall: { vi: 'Gửi theo lời kêu gọi này', en: 'Answer this call' },
  counts: { vi: 'Sáng kiến theo tình trạng', en: 'Ideas by state' },
  countsSum: {
    vi: (n: number) =>
      `Tất cả ${n} sáng kiến đã nhận, kể cả những sáng kiến không công bố. Không tính thư rác và sáng kiến người gửi đã rút.`,
    en: (n: number) =>
      `All ${n} ideas received, also those that are not published. Without spam and what was taken back.`,
  },
  published: { vi: 'Sáng kiến đã công bố', en: 'Published ideas' },
  byField: { vi: 'Theo lĩnh vực', en: 'By field' },
  any: { vi: 'Tất cả', en: 'All' },
  none: { vi: 'Chưa có sáng kiến nào được công bố ở đây', en: 'No idea has been published here yet' },
  noneWhy: {
    vi: 'Sáng kiến được công bố khi người gửi đồng ý và đã có kết quả xem xét.',
    en: 'Ideas are published once their senders agree and there is an outcome.',
  },
  sentBy: { vi: 'Người gửi', en: 'Sent by' },
  sentOn: { vi: 'Ngày gửi', en: 'Sent on' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  state: { vi: 'Tình trạng', en: 'State' },
  unit: { vi: 'Đơn vị thực hiện', en: 'Unit' },
  due: { vi: 'Hạn báo kết quả', en: 'Result due' },
  answer: { vi: 'Trả lời của cơ quan', en: 'The answer' },
  steps: { vi: 'Các bước đã qua', en: 'What happened' },
  idea: { vi: 'Nội dung sáng kiến', en: 'The idea' },
  newTitle: { vi: 'Gửi sáng kiến', en: 'Send an idea' },
  newLead: {
    vi: 'Chỉ cần kể điều đang vướng và cách làm tốt hơn. Không cần đăng nhập, không cần để lại tên.',
    en: 'Tell what is wrong and how to do it better. No account, no name needed.',
  },
  forCall: { vi: 'Theo lời kêu gọi', en: 'For the call' },
  noCall: { vi: 'Không theo lời kêu gọi nào', en: 'None' },
  ideaTitle: { vi: 'Tên sáng kiến', en: 'Title of your idea' },
  ideaTitleHint: {
    vi: 'Ví dụ: Nhắn tin báo trước khi giấy tờ sắp hết hạn',
    en: 'For example: a text message before papers expire',
  },
  trouble: { vi: 'Hiện nay có khó khăn gì?', en: 'What is wrong now?' },
  troubleHint: {
    vi: 'Việc xảy ra ở đâu, ai gặp, mất thời gian hay chi phí gì.',
    en: 'Where it happens, to whom, and what it costs them.',
  },
  proposal: { vi: 'Anh/chị đề xuất làm gì?', en: 'What do you propose?' },
  noSecrets: {
    vi: 'Không ghi số căn cước, số tài khoản hay chuyện riêng của người khác. Khiếu nại, tố cáo gửi theo đường riêng của luật, không gửi ở đây.',
    en: 'No numbers of identity cards or accounts. Complaints and denunciations go their own way by law, not here.',
  },
  who: { vi: 'Người gửi là', en: 'You are' },
  about: { vi: 'Liên hệ', en: 'Contact' },
  aboutWhy: {
    vi: 'Để trống cũng được. Chỉ người xem xét sáng kiến của tỉnh đọc được; không bao giờ hiện trên cổng.',
    en: 'You may leave it empty. Only those who screen ideas read it; it is never shown on the portal.',
  },
  name: { vi: 'Họ tên hoặc tên tổ chức', en: 'Your name or organisation' },
  contact: { vi: 'Thư điện tử hoặc số điện thoại', en: 'E-mail or telephone' },
  contactHint: {
    vi: 'Có địa chỉ thư thì câu trả lời được gửi tới đó.',
    en: 'With an e-mail address, answers are sent there.',
  },
  mayPublish: {
    vi: 'Được công bố nội dung sáng kiến trên cổng, không nêu tên tôi',
    en: 'You may publish my idea on the portal, without my name',
  },
  mayPublishTitle: { vi: 'Công bố', en: 'Publication' },
  consentTitle: { vi: 'Đồng ý', en: 'Consent' },
  consent: {
    vi: (days: number) =>
      `Tôi đồng ý để cơ quan của tỉnh đọc, xem xét sáng kiến và dùng thông tin liên hệ (nếu có) để trả lời tôi. Họ tên, nơi liên hệ bị xóa ${days} ngày sau khi có kết quả cuối cùng, hoặc ngay khi tôi yêu cầu.`,
    en: (days: number) =>
      `I agree that the province reads my idea and uses my contact, if given, to answer me. Name and contact are deleted ${days} days after the last outcome, or at once when I ask.`,
  },
  submit: { vi: 'Gửi sáng kiến', en: 'Send the idea' },
  many: {
    vi: 'Có quá nhiều lượt gửi từ nơi anh/chị đang truy cập. Nội dung vẫn còn trong mẫu bên dưới; hãy gửi lại sau một giờ.',
    en: 'Too many ideas from where you are. What you wrote is still below; send it again in an hour.',
  },
  sentTitle: { vi: 'Đã nhận sáng kiến', en: 'Your idea has arrived' },
  sentLead: {
    vi: 'Cảm ơn anh/chị. Đây là mã để xem kết quả. Mã chỉ hiện một lần: hãy chép lại hoặc chụp màn hình.',
    en: 'Thank you. This is the code to follow it by. It is shown once: write it down or take a picture.',
  },
  code: { vi: 'Mã tra cứu', en: 'Your code' },
  codeGone: {
    vi: 'Mã tra cứu đã hiện một lần và không hiện lại. Nếu chưa chép, anh/chị gửi lại sáng kiến để có mã mới.',
    en: 'The code has been shown and is not shown again. If you did not write it down, send the idea again.',
  },
  after: { vi: 'Tiếp theo', en: 'What follows' },
  after1: {
    vi: (days: number) => `Người của tỉnh đọc và trả lời, chậm nhất trong ${days} ngày.`,
    en: (days: number) => `Somebody reads and answers it, within ${days} days.`,
  },
  after2: {
    vi: 'Sáng kiến được chấp nhận thì giao một đơn vị làm thử, có hạn.',
    en: 'What is accepted is given to a unit to try, with a day.',
  },
  after3: {
    vi: 'Anh/chị nhập mã để xem đến đâu, hoặc để rút lại.',
    en: 'Follow it by the code, or take it back.',
  },
  followTitle: { vi: 'Tra cứu sáng kiến', en: 'Follow your idea' },
  followLead: {
    vi: 'Nhập mã đã nhận khi gửi. Chữ hoa, chữ thường, dấu gạch đều được.',
    en: 'Enter the code you got. Capitals and dashes do not matter.',
  },
  see: { vi: 'Xem', en: 'See' },
  noCode: {
    vi: 'Không có sáng kiến nào mang mã này. Xem lại từng chữ: mã gồm 12 chữ và số, không có chữ O, I, L và số 0, 1.',
    en: 'No idea has this code. It has 12 letters and digits, never O, I, L, 0 or 1.',
  },
  tooMany: {
    vi: 'Có quá nhiều lần nhập sai từ nơi anh/chị đang truy cập. Hãy thử lại sau 15 phút.',
    en: 'Too many wrong codes from where you are. Try again in 15 minutes.',
  },
  yours: { vi: (id: number) => `Sáng kiến số ${id}`, en: (id: number) => `Idea number ${id}` },
  into: {
    vi: (id: number, state: string) => `Được xem xét chung với sáng kiến số ${id}: ${state}.`,
    en: (id: number, state: string) => `Joined to idea number ${id}: ${state}.`,
  },
  kept: { vi: 'Thông tin của anh/chị', en: 'What is kept of you' },
  keptYes: {
    vi: 'Họ tên, nơi liên hệ đang được giữ kín',
    en: 'Name and contact are kept, sealed',
  },
  keptNo: { vi: 'Không giữ họ tên, nơi liên hệ nào', en: 'No name and no contact are kept' },
  isPublic: { vi: 'Đã công bố trên cổng', en: 'Published on the portal' },
  withdraw: { vi: 'Rút sáng kiến, xóa thông tin của tôi', en: 'Take it back and delete what is kept of me' },
  withdrawAll: {
    vi: 'Nội dung, họ tên, nơi liên hệ đều bị xóa ngay và không lấy lại được.',
    en: 'Words, name and contact are deleted at once, for good.',
  },
  withdrawPerson: {
    vi: 'Sáng kiến đã được chấp nhận nên nội dung còn lại, không kèm tên ai. Họ tên, nơi liên hệ và thư trả lời bị xóa ngay.',
    en: 'The idea has been accepted and stays, without a name. Name, contact and letters are deleted at once.',
  },
  sureTitle: { vi: 'Xác nhận', en: 'Confirm' },
  sure: { vi: 'Tôi hiểu và muốn xóa', en: 'I understand and want it deleted' },
  sureFault: {
    vi: 'Đánh dấu xác nhận rồi bấm lại. Chưa có gì bị xóa.',
    en: 'Tick the box and press again. Nothing has been deleted yet.',
  },
  withdrawnAll: {
    vi: 'Đã xóa sáng kiến và thông tin của anh/chị.',
    en: 'Your idea and your data are deleted.',
  },
  withdrawnPerson: {
    vi: 'Đã xóa họ tên, nơi liên hệ của anh/chị. Nội dung sáng kiến còn lại, không kèm tên.',
    en: 'Your name and contact are deleted. The idea stays, without a name.',
  },
} as const
