export const texts = {
  components: { vi: 'Thành phần giao diện', en: 'Components' },
  accessibility: { vi: 'Tuyên bố về khả năng tiếp cận', en: 'Accessibility statement' },
  lead: {
    vi: 'Mọi người đều phải dùng được trang này, kể cả người khiếm thị, người khó cử động tay và người dùng điện thoại đời cũ. Đích đến là WCAG 2.2 mức AA.',
    en: 'Everyone must be able to use this site, including people who do not see well, whose hands do not move easily, or whose phone is old. The target is WCAG 2.2 level AA.',
  },
  canHead: { vi: 'Có thể làm được gì', en: 'What you can do' },
  canKeyboard: { vi: 'Dùng mọi chức năng chỉ bằng bàn phím.', en: 'Use everything with the keyboard alone.' },
  canZoom: {
    vi: 'Phóng to đến 400 % mà không phải cuộn ngang, trừ các bảng ma trận rộng.',
    en: 'Zoom to 400 % without scrolling sideways, wide matrices excepted.',
  },
  canReader: {
    vi: 'Nghe trang bằng trình đọc màn hình; mỗi biểu đồ có một câu tóm tắt và bảng số liệu.',
    en: 'Listen with a screen reader; each chart has a summary sentence and a table of its figures.',
  },
  canScript: { vi: 'Dùng khi trình duyệt tắt JavaScript.', en: 'Use it with JavaScript switched off.' },
  canColour: {
    vi: 'Phân biệt trạng thái không cần màu: luôn có biểu tượng và chữ. Giao diện theo thiết lập sáng, tối, tương phản cao của thiết bị.',
    en: 'Tell states apart without colour: there is always an icon and a word. Light, dark and high contrast follow your device.',
  },
  canShortcuts: {
    vi: 'Tắt các phím tắt một chữ: bấm phím “?” rồi bỏ chọn.',
    en: 'Switch off single-key shortcuts: press “?” and clear the box.',
  },
  limitsHead: { vi: 'Chỗ còn hạn chế', en: 'Known limits' },
  limits: {
    vi: 'Tệp do các đơn vị tải lên (ảnh, bản quét) có thể không đọc được bằng trình đọc màn hình.',
    en: 'Files uploaded by units (photos, scans) may not be readable with a screen reader.',
  },
  howHead: { vi: 'Cách kiểm tra', en: 'How it is tested' },
  how: {
    vi: 'Mỗi lần thay đổi, các trang được kiểm tra tự động bằng axe-core trong trình duyệt thật ở bề rộng 320 và 1440 điểm ảnh.',
    en: 'With every change, pages are checked by axe-core in a real browser at 320 and 1440 pixels.',
  },
} as const
