/** Why a file could not be read, and what the person who holds it can do. */
export const faultTexts = {
  empty: {
    vi: 'Tệp không có nội dung. Hãy kiểm tra lại tệp rồi tải lên lần nữa.',
    en: 'The file is empty. Check the file and upload it again.',
  },
  'too-large': {
    vi: 'Tệp quá lớn. Hãy bỏ bớt hình ảnh hoặc tách thành nhiều tệp nhỏ hơn rồi tải lên lại.',
    en: 'The file is too large. Remove pictures or split it into smaller files and upload it again.',
  },
  'zip-bomb': {
    vi: 'Tệp nén giải ra lớn bất thường nên không được mở. Hãy mở tệp bằng Word, lưu thành tệp mới rồi tải lên lại.',
    en: 'The file unpacks to an unusual size and was not opened. Open it in Word, save it anew and upload that.',
  },
  'too-deep': {
    vi: 'Tệp có cấu trúc lồng nhau quá sâu nên không đọc được. Hãy chép nội dung sang một tệp Word mới rồi tải lên lại.',
    en: 'The file is nested too deeply to be read. Copy its content into a new Word file and upload that.',
  },
  'too-slow': {
    vi: 'Đọc tệp quá lâu nên đã dừng lại. Hãy tách tệp thành nhiều phần nhỏ hơn rồi tải lên từng phần.',
    en: 'Reading took too long and was stopped. Split the file into smaller parts and upload each of them.',
  },
  damaged: {
    vi: 'Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở tệp trên máy, lưu lại rồi tải lên lần nữa.',
    en: 'The file is damaged or was not uploaded completely. Open it, save it and upload it again.',
  },
  password: {
    vi: 'Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  },
  unknown: {
    vi: 'Không đọc được loại tệp này. Hãy dùng tệp .docx, .doc, .pdf, .html, .txt, .md hoặc ảnh chụp văn bản (.png, .jpg, .tif).',
    en: 'This kind of file cannot be read. Use .docx, .doc, .pdf, .html, .txt, .md or a picture of the document (.png, .jpg, .tif).',
  },
  spreadsheet: {
    vi: 'Đây là tệp bảng tính hoặc trình chiếu, không phải văn bản. Hãy lưu nội dung thành tệp Word (.docx) rồi tải lên lại.',
    en: 'This is a spreadsheet or slide file, not a document. Save its content as a Word file (.docx) and upload that.',
  },
  'no-text': {
    vi: 'Không tìm thấy chữ trong tệp. Hãy kiểm tra lại tệp, hoặc nhập nội dung văn bản trực tiếp.',
    en: 'No text was found in the file. Check the file, or type the text in.',
  },
  'needs-ocr': {
    vi: 'Đây là bản quét (ảnh), cần nhận dạng chữ. Việc này chạy riêng và mất vài giây cho mỗi trang.',
    en: 'This is a scan (pictures) and needs character recognition. It runs separately and takes some seconds a page.',
  },
  cancelled: {
    vi: 'Việc đọc tệp đã bị hủy. Hãy tải tệp lên lại khi cần.',
    en: 'Reading was cancelled. Upload the file again when you need it.',
  },
} as const

export type FaultCode = keyof typeof faultTexts
