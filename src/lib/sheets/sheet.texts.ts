/** Why a spreadsheet could not be read, and what the person who holds it can do. */
export const sheetFaultTexts = {
  empty: {
    vi: 'Tệp không có dữ liệu. Hãy kiểm tra lại tệp rồi tải lên lần nữa.',
    en: 'The file holds no data. Check the file and upload it again.',
  },
  'too-large': {
    vi: 'Tệp quá lớn hoặc có quá nhiều dòng, cột. Hãy xóa các dòng, cột trống ở cuối hoặc tách thành nhiều tệp.',
    en: 'The file is too large or has too many rows or columns. Delete empty rows and columns or split the file.',
  },
  'zip-bomb': {
    vi: 'Tệp nén giải ra lớn bất thường nên không được mở. Hãy mở tệp bằng Excel, lưu thành tệp mới rồi tải lên lại.',
    en: 'The file unpacks to an unusual size and was not opened. Open it in Excel, save it anew and upload that.',
  },
  damaged: {
    vi: 'Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở tệp bằng Excel, lưu lại rồi tải lên lần nữa.',
    en: 'The file is damaged or was not uploaded completely. Open it in Excel, save it and upload it again.',
  },
  password: {
    vi: 'Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  },
  unknown: {
    vi: 'Không đọc được loại tệp này. Hãy lưu thành tệp Excel (.xlsx) hoặc CSV rồi tải lên lại.',
    en: 'This kind of file cannot be read. Save it as Excel (.xlsx) or CSV and upload that.',
  },
  'too-slow': {
    vi: 'Đọc tệp quá lâu nên đã dừng lại. Hãy tách tệp thành nhiều phần nhỏ hơn.',
    en: 'Reading took too long and was stopped. Split the file into smaller parts.',
  },
  cancelled: {
    vi: 'Việc đọc tệp đã bị hủy. Hãy tải tệp lên lại khi cần.',
    en: 'Reading was cancelled. Upload the file again when you need it.',
  },
  'no-sheet': {
    vi: 'Không tìm thấy trang tính “{sheet}”. Hãy dùng đúng mẫu đã tải về.',
    en: 'There is no sheet “{sheet}”. Use the template as downloaded.',
  },
  'no-header': {
    vi: 'Không tìm thấy hàng tiêu đề có đủ các cột: {titles}. Hãy dùng đúng mẫu đã tải về.',
    en: 'There is no heading row with the columns: {titles}. Use the template as downloaded.',
  },
} as const

export type SheetFaultCode = keyof typeof sheetFaultTexts

/** What is wrong with one cell. */
export const cellFaultTexts = {
  'not-a-day': {
    vi: 'Cột “{title}” ghi “{value}” không phải là ngày. Hãy ghi theo mẫu 05/02/2026.',
    en: 'Column “{title}” reads “{value}”, which is not a day. Write it as 05/02/2026.',
  },
  'not-a-number': {
    vi: 'Cột “{title}” ghi “{value}” không phải là số. Hãy chỉ ghi chữ số, ví dụ 1234 hoặc 1234,5.',
    en: 'Column “{title}” reads “{value}”, which is not a number. Write digits only, such as 1234 or 1234,5.',
  },
  'ambiguous-number': {
    vi: 'Cột “{title}” ghi “{value}”, không rõ dấu ngăn cách là hàng nghìn hay thập phân. Hãy ghi không có dấu ngăn cách hàng nghìn.',
    en: 'Column “{title}” reads “{value}”: thousands or decimals? Write it without a thousands separator.',
  },
} as const

export type CellFaultCode = keyof typeof cellFaultTexts
