export const texts = {
  title: { vi: 'Danh mục phân loại', en: 'Lists of themes, forms and audiences' },
  lead: {
    vi: 'Nội dung, hình thức, đối tượng mà nhiệm vụ, hoạt động, tin bài và báo cáo chọn từ đó. Kế hoạch có nội dung hay hình thức mới thì thêm ở đây.',
    en: 'What tasks, activities, items and reports are labelled with. Add what a plan brings that is not here.',
  },
  name: { vi: 'Tên', en: 'Name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'English name' },
  tasks: { vi: 'Số nhiệm vụ', en: 'Tasks' },
  state: { vi: 'Tình trạng', en: 'State' },
  change: { vi: 'Sửa', en: 'Change' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  outOfUse: { vi: 'Thôi dùng', en: 'Out of use' },
  activeHint: {
    vi: 'Thôi dùng thì không chọn được nữa; những gì đã chọn vẫn giữ.',
    en: 'Out of use, it is offered no more; what carries it keeps it.',
  },
  online: { vi: 'Thực hiện trên mạng', en: 'Done online' },
  onlineHint: {
    vi: 'Bộ chỉ số hỏi có cả hình thức trên mạng và hình thức trực tiếp hay không.',
    en: 'The index asks for both online and other forms.',
  },
  partOf: { vi: 'Thuộc nội dung', en: 'Part of' },
  partOfHint: {
    vi: 'Lĩnh vực thủ tục như Đất đai, Hộ tịch thuộc “Cải cách thủ tục hành chính”.',
    en: 'A field of procedures, such as land, is a part of “Administrative procedures”.',
  },
  onItsOwn: { vi: 'Không, là một nội dung riêng', en: 'None, it stands on its own' },
  priority: { vi: 'Ưu tiên', en: 'Priority' },
  priorityHint: {
    vi: 'Lĩnh vực nhiều người cần: cổng mở mục “Thủ tục cần biết” dẫn tới bài hướng dẫn của lĩnh vực này.',
    en: 'A field that many need: the portal leads to its guidance under “Procedures to know”.',
  },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  add: { vi: 'Thêm', en: 'Add' },
  save: { vi: 'Lưu', en: 'Save' },
  added: { vi: 'Đã thêm vào danh mục.', en: 'Added.' },
  saved: { vi: 'Đã lưu danh mục.', en: 'Saved.' },
} as const

export const listWords = {
  themes: {
    title: { vi: 'Nội dung', en: 'Themes' },
    add: { vi: 'Thêm nội dung', en: 'Add a theme' },
    edit: { vi: 'Sửa nội dung', en: 'Change a theme' },
  },
  forms: {
    title: { vi: 'Hình thức', en: 'Forms' },
    add: { vi: 'Thêm hình thức', en: 'Add a form' },
    edit: { vi: 'Sửa hình thức', en: 'Change a form' },
  },
  audiences: {
    title: { vi: 'Đối tượng', en: 'Audiences' },
    add: { vi: 'Thêm đối tượng', en: 'Add an audience' },
    edit: { vi: 'Sửa đối tượng', en: 'Change an audience' },
  },
} as const
