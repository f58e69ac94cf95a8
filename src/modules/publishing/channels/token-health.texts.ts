/** Sentences about the access of a channel, and the steps by which a person renews it. */
export const tokenTexts = {
  panel: { vi: 'Quyền truy cập dịch vụ', en: 'Access to the service' },
  who: { vi: 'Ai gia hạn', en: 'Who renews it' },
  nobody: { vi: 'Không ai phải làm gì lúc này.', en: 'Nobody has to do anything now.' },
  doNow: { vi: 'Làm từng bước', en: 'Step by step' },
  doLater: { vi: 'Khi cần gia hạn thì làm thế nào', en: 'How it is renewed when the time comes' },
  none: { vi: 'Chưa có thời hạn.', en: 'No end is known.' },
  until: { vi: (at: string) => `Hạn đến ${at}.`, en: (at: string) => `Until ${at}.` },
  grantUntil: {
    vi: (at: string) => `Quyền do OA cấp còn hạn đến ${at}, mỗi lần tự đổi mã lại dài thêm ba tháng.`,
    en: (at: string) => `What the account granted lasts until ${at}; each exchange adds three months.`,
  },
  zaloNever: { vi: 'OA chưa cấp quyền, kênh chưa gửi được', en: 'The account has granted nothing yet' },
  zaloEnded: { vi: 'Quyền do OA cấp đã hết, kênh không gửi được', en: 'What the account granted is over' },
  zaloEnds: { vi: 'Quyền do OA cấp sắp hết hạn', en: 'What the account granted ends soon' },
  zaloSleeps: {
    vi: 'Kênh đang tắt nên mã không được đổi; bật lại thì hệ thống tự đổi',
    en: 'The channel is off, so nothing is exchanged; switched on, it is at once',
  },
  zaloGood: { vi: 'Tốt: hệ thống tự đổi mã, ngày hai lần', en: 'Good: exchanged by itself, twice a day' },
  facebookEnded: {
    vi: 'Mã truy cập trang đã hết, bài không lên được',
    en: 'The page token is over; nothing is posted',
  },
  facebookEnds: { vi: 'Mã truy cập trang sắp hết hạn', en: 'The page token ends soon' },
  facebookGood: { vi: 'Tốt: mã truy cập trang còn dùng được', en: 'Good: the page token works' },
  facebookUnknown: {
    vi: 'Chưa biết mã truy cập còn hạn đến khi nào',
    en: 'Nobody knows until when the token lasts',
  },
  noEnd: { vi: 'Facebook cho biết mã này không có hạn.', en: 'Facebook says that this token has no end.' },
  unknownEnd: {
    vi: 'Nhập ID và khóa bí mật của ứng dụng ở “Sửa kênh” rồi bấm “Thử kết nối”, hệ thống sẽ xem hạn mỗi đêm và báo trước hai tuần.',
    en: 'Enter the app’s ID and secret under “Change” and test the connection: its end is then looked at every night and told two weeks before.',
  },
} as const

/** What an administrator of a Zalo account does, in order. */
export const zaloSteps = [
  {
    vi: 'Người quản trị OA đăng nhập Zalo trên máy này bằng tài khoản quản trị OA.',
    en: 'An administrator of the account signs in to Zalo in this browser.',
  },
  {
    vi: 'Lần đầu: khai báo hai giá trị ở mục “Khai báo một lần ở developers.zalo.me” trên trang này.',
    en: 'The first time: enter the two values under “Entered once at developers.zalo.me” on this page.',
  },
  {
    vi: 'Bấm “Cấp quyền” (hoặc “Cấp quyền lại”) ở dưới, chọn đúng OA, bấm Cho phép.',
    en: 'Press “Grant access” below, choose the right account, and allow it.',
  },
  {
    vi: 'Zalo đưa trở lại trang này; bấm “Thử kết nối”, thấy tên OA là xong. Tin đang chờ tự đi tiếp.',
    en: 'Zalo leads back here; press “Test the connection”. When it shows the account’s name, what waits leaves.',
  },
] as const

/** What an administrator of a Facebook page does, in order. */
export const facebookSteps = [
  {
    vi: 'Người quản trị trang mở developers.facebook.com → Tools → Graph API Explorer, chọn ứng dụng của tỉnh.',
    en: 'An administrator of the page opens developers.facebook.com → Tools → Graph API Explorer and chooses the app.',
  },
  {
    vi: 'Chọn “Get Page Access Token”, chọn trang, đồng ý hai quyền pages_manage_posts và pages_read_engagement.',
    en: 'Choose “Get Page Access Token”, the page, and allow pages_manage_posts and pages_read_engagement.',
  },
  {
    vi: 'Mở mã vừa có trong Access Token Debugger, bấm “Extend Access Token” để lấy mã dài hạn.',
    en: 'Open that token in the Access Token Debugger and press “Extend Access Token”.',
  },
  {
    vi: 'Ở trang này bấm “Sửa kênh”, dán mã mới vào “Mã truy cập trang”, lưu.',
    en: 'On this page press “Change”, paste the new token, and save.',
  },
  {
    vi: 'Bấm “Thử kết nối”: thấy tên trang là xong. Tin đang chờ tự đi tiếp.',
    en: 'Press “Test the connection”: when it shows the page’s name, what waits leaves.',
  },
] as const
