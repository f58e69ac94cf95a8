export const texts = {
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  forgotten: { vi: 'Quên mật khẩu?', en: 'Forgotten your password?' },
  ended: {
    vi: 'Phiên làm việc đã kết thúc vì một thời gian không thao tác. Hãy đăng nhập lại để tiếp tục trang đang làm.',
    en: 'The session ended because nothing was done for a while. Sign in again to go on where you were.',
  },
  kept: {
    vi: 'Nội dung vừa nhập được giữ lại và sẽ được gửi sau khi đăng nhập.',
    en: 'What you typed is kept and can be sent once you have signed in.',
  },
  sendAgain: { vi: 'Gửi lại nội dung vừa nhập', en: 'Send what you typed' },
  sendAgainLead: {
    vi: 'Đã đăng nhập lại. Nội dung dưới đây chưa được ghi; hãy kiểm tra rồi gửi.',
    en: 'You are signed in again. What stands below has not been saved yet; look it over and send it.',
  },
  send: { vi: 'Gửi', en: 'Send' },
  leaveIt: { vi: 'Không gửi, về trang đầu', en: 'Do not send, go to the start page' },
  field: { vi: 'Mục', en: 'Field' },
  value: { vi: 'Nội dung', en: 'Content' },
  wrong: { vi: 'Thư điện tử hoặc mật khẩu chưa đúng.', en: 'The e-mail or the password is wrong.' },
  locked: {
    vi: (until: string) =>
      `Đã nhập sai nhiều lần. Có thể thử lại sau ${until}, hoặc nhờ quản trị viên mở khóa.`,
    en: (until: string) =>
      `Too many wrong attempts. Try again after ${until}, or ask an administrator to unlock.`,
  },
  disabled: {
    vi: 'Tài khoản này đã bị khóa. Hãy liên hệ quản trị viên của tỉnh.',
    en: 'This account is shut. Ask the administrator of your province.',
  },
  dormant: {
    vi: (days: number) =>
      `Tài khoản tạm ngừng vì hơn ${days} ngày không đăng nhập. Hãy đặt lại mật khẩu để dùng tiếp.`,
    en: (days: number) =>
      `The account rests because nobody signed in for more than ${days} days. Reset the password to go on.`,
  },
  emailNeeded: { vi: 'Nhập thư điện tử.', en: 'Enter the e-mail.' },
  passwordNeeded: { vi: 'Nhập mật khẩu.', en: 'Enter the password.' },
  demonstration: { vi: 'Dùng thử với một vai', en: 'Try it in a role' },
  preparing: {
    vi: 'Đang dựng tỉnh minh họa, chừng mười giây. Trang này tự mở lại.',
    en: 'The demonstration province is being set up, in about ten seconds. This page reloads by itself.',
  },
  demonstrationHint: {
    vi: 'Tỉnh minh họa, người minh họa. Chỉ mở được từ chính máy này.',
    en: 'A made-up province and made-up people. Open only from this machine.',
  },
  aboutLine: {
    vi: 'Từ một bản kế hoạch đến việc làm ở từng xã',
    en: 'From a plan on paper to work done in every commune',
  },
  about: {
    vi: 'Giao việc rõ người, rõ hạn; báo cáo kèm minh chứng; nhắc việc đúng lúc. Cùng chung tay để người dân biết, hiểu và dùng được thủ tục hành chính.',
    en: 'Tasks with a name and a day, reports with proof, reminders in time: together, so that people know, understand and can use public services.',
  },
  code: { vi: 'Mã xác thực', en: 'Code' },
  codeTitle: { vi: 'Nhập mã xác thực', en: 'Enter the code' },
  codeHint: {
    vi: 'Mã 6 số trên ứng dụng xác thực, hoặc một mã dự phòng.',
    en: 'The six digits of your authenticator app, or a recovery code.',
  },
  wrongCode: {
    vi: 'Mã chưa đúng hoặc đã dùng. Hãy chờ mã tiếp theo trên ứng dụng.',
    en: 'The code is wrong or has been used. Wait for the next one in the app.',
  },
  goOn: { vi: 'Tiếp tục', en: 'Continue' },
  otherAccount: { vi: 'Đăng nhập bằng tài khoản khác', en: 'Sign in with another account' },
  forgottenTitle: { vi: 'Đặt lại mật khẩu', en: 'Reset the password' },
  forgottenLead: {
    vi: 'Nhập thư điện tử của tài khoản. Hệ thống gửi một đường dẫn để chọn mật khẩu mới.',
    en: 'Enter the e-mail of the account. A link for choosing a new password is sent to it.',
  },
  sendLink: { vi: 'Gửi đường dẫn', en: 'Send the link' },
  linkSent: {
    vi: 'Nếu thư điện tử này có tài khoản, đường dẫn đã được gửi và dùng được trong 60 phút. Hãy xem cả mục thư rác.',
    en: 'If this e-mail has an account, a link has been sent; it works for 60 minutes. Look into the spam folder as well.',
  },
  newPasswordTitle: { vi: 'Chọn mật khẩu mới', en: 'Choose a new password' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  newPasswordHint: {
    vi: (least: number) =>
      `Ít nhất ${least} ký tự. Một câu ngắn dễ nhớ là tốt nhất; có thể có dấu và khoảng trắng.`,
    en: (least: number) =>
      `At least ${least} characters. A short sentence is best; accents and spaces are welcome.`,
  },
  forAccount: {
    vi: (email: string) => `Cho tài khoản ${email}`,
    en: (email: string) => `For the account ${email}`,
  },
  save: { vi: 'Lưu mật khẩu', en: 'Save the password' },
  saved: { vi: 'Đã lưu mật khẩu mới. Hãy đăng nhập.', en: 'The new password is saved. Sign in with it.' },
  deadLink: { vi: 'Đường dẫn không còn dùng được', en: 'The link no longer works' },
  deadLinkLead: {
    vi: 'Đường dẫn đã dùng, đã hết hạn hoặc bị chép thiếu. Hãy yêu cầu một đường dẫn mới.',
    en: 'It has been used, has run out or was copied incompletely. Ask for a new one.',
  },
  signedOut: { vi: 'Đã đăng xuất.', en: 'You have signed out.' },
} as const
