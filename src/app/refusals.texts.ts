export const texts = {
  notFoundTitle: { vi: 'Không tìm thấy trang', en: 'Page not found' },
  notFoundBody: {
    vi: 'Địa chỉ có thể đã gõ thiếu, hoặc mục này đã được chuyển đi, hoặc không thuộc phạm vi đơn vị của đồng chí.',
    en: 'The address may be incomplete, the item may have moved, or it lies outside the reach of your unit.',
  },
  forbiddenTitle: { vi: 'Tài khoản chưa có quyền mở trang này', en: 'You may not open this page' },
  isFor: {
    vi: (names: string[]) => `Trang này dành cho: ${names.join(', ')}.`,
    en: (names: string[]) => `This page is for: ${names.join(', ')}.`,
  },
  forbiddenBody: {
    vi: 'Quyền được giao theo đơn vị. Nếu công việc cần trang này, hãy liên hệ quản trị viên của tỉnh để được giao vai trò.',
    en: 'Rights are given by unit. If your work needs this page, ask the administrator of the province for the role.',
  },
  formTitle: { vi: 'Biểu mẫu đã hết hạn', en: 'The form has expired' },
  formBody: {
    vi: 'Chưa có gì được ghi. Hãy quay lại trang trước, tải lại trang rồi gửi lại. Trình duyệt cần cho phép cookie của trang này.',
    en: 'Nothing was saved. Go back, reload the page and send the form again. The browser must allow this site’s cookies.',
  },
  conflictTitle: {
    vi: 'Chưa thực hiện được vì mục này đã thay đổi',
    en: 'This could not be done: the item has changed',
  },
  conflictBody: {
    vi: 'Hãy mở lại để xem bản mới nhất, rồi thực hiện lại thao tác.',
    en: 'Open it again to see the newest version, then repeat the action.',
  },
  invalidTitle: { vi: 'Chưa thực hiện được yêu cầu này', en: 'This request could not be carried out' },
  tooLargeTitle: { vi: 'Nội dung gửi lên quá lớn', en: 'What was sent is too large' },
  tooLargeBody: {
    vi: 'Hãy chia nhỏ nội dung hoặc chọn tệp nhỏ hơn rồi gửi lại.',
    en: 'Split the content or choose a smaller file and send it again.',
  },
  tooManyTitle: { vi: 'Có quá nhiều yêu cầu cùng lúc', en: 'Too many requests at once' },
  tooManyBody: {
    vi: (minutes: number) => `Hãy thử lại sau ${minutes} phút.`,
    en: (minutes: number) => `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  },
  brokenTitle: { vi: 'Hệ thống gặp sự cố', en: 'Something went wrong on our side' },
  brokenBody: {
    vi: 'Thao tác vừa rồi chưa được ghi nhận. Hãy thử lại sau ít phút. Nếu còn gặp lại, xin gửi mã sự cố dưới đây cho bộ phận hỗ trợ.',
    en: 'Your last action was not recorded. Try again in a few minutes. If it happens again, send the code below to support.',
  },
  incident: { vi: 'Mã sự cố', en: 'Incident code' },
  home: { vi: 'Về trang đầu', en: 'Go to the start page' },
} as const
