export const apiDocsTexts = {
  title: { vi: 'API của Chung Tay', en: 'The API of Chung Tay' },
  lead: {
    vi: 'Phần mềm khác của tỉnh đọc được kế hoạch, nhiệm vụ, hoạt động, báo cáo và tình hình báo cáo, để không ai phải gõ lại số liệu.',
    en: 'Other programs of the province read plans, work, activities, reports and how they stand, so that nobody types a figure twice.',
  },
  machine: { vi: 'Mô tả OpenAPI 3.1', en: 'OpenAPI 3.1 description' },
  begin: { vi: 'Bắt đầu', en: 'Begin' },
  key: {
    vi: 'Quản trị hệ thống hoặc đầu mối cấp tỉnh tạo khóa tại trang “Khóa truy cập API”. Gửi khóa ở mỗi yêu cầu:',
    en: 'An administrator or province lead makes a key on the page “API keys”. Send it with every request:',
  },
  rules: { vi: 'Quy ước', en: 'Rules' },
  rule1: {
    vi: 'Chỉ đọc. Khóa chỉ thấy đơn vị của mình và cấp dưới; ngoài đó trả lời 404 như không có.',
    en: 'Read only. A key sees its unit and all below; anything else answers 404 as if it were not there.',
  },
  rule2: {
    vi: 'Ngày viết YYYY-MM-DD, giờ Việt Nam. Tham số as_of cho số liệu như đã biết đến hết một ngày.',
    en: 'Days are YYYY-MM-DD in Việt Nam’s time. as_of answers with what was known at the end of a day.',
  },
  rule3: {
    vi: 'Danh sách dài: đọc tiếp bằng cursor = next_cursor của trang trước.',
    en: 'Long lists: read on with cursor = next_cursor of the page before.',
  },
  rule4: {
    vi: 'Gửi lại ETag trong If-None-Match để chỉ nhận 304 khi không có gì mới. Quá nhiều yêu cầu: 429 kèm Retry-After.',
    en: 'Send an ETag back in If-None-Match and get 304 while nothing is new. Too many requests: 429 with Retry-After.',
  },
  rule5: {
    vi: 'Lỗi trả về application/problem+json (RFC 9457).',
    en: 'Problems come as application/problem+json (RFC 9457).',
  },
  address: { vi: 'Địa chỉ', en: 'Address' },
  gives: { vi: 'Trả lời', en: 'Answers with' },
  parameters: { vi: 'Tham số', en: 'Parameters' },
} as const

/** What each part of the API is about; its headings for people, its tags for programs. */
export const tagNames: Record<string, { vi: string; en: string }> = {
  Units: { vi: 'Cơ quan, đơn vị như vào một ngày', en: 'Units as they were on a day' },
  Plans: { vi: 'Kế hoạch và nhiệm vụ', en: 'Plans and their tasks' },
  Work: { vi: 'Việc đã giao và hoạt động đã làm', en: 'Work given to units and what they did' },
  Reporting: { vi: 'Báo cáo, hạn nộp, tình hình báo cáo', en: 'Reports, due days, and how reporting stands' },
}
