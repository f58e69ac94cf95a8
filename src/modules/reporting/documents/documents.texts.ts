export const texts = {
  title: { vi: 'Xuất báo cáo', en: 'Report as a document' },
  lead: {
    vi: 'Văn bản theo thể thức Nghị định 30/2020/NĐ-CP; số, ngày để trống cho văn thư ghi.',
    en: 'In the layout of Decree 30/2020; number and date are left blank for the clerk.',
  },
  report: { vi: 'Báo cáo', en: 'The report' },
  whole: { vi: 'Báo cáo đầy đủ', en: 'The whole report' },
  wholeNote: {
    vi: 'Quốc hiệu, các mục, bảng, biểu đồ, nơi nhận và phần ký.',
    en: 'Head, sections, tables, charts, recipients and signature.',
  },
  withSources: { vi: 'Báo cáo kèm phụ lục nguồn số liệu', en: 'With an annex of sources' },
  withSourcesNote: {
    vi: 'Mỗi số liệu ghi rõ hoạt động, minh chứng và dấu vân tay của tệp.',
    en: 'Each figure with its activities, their evidence and the hash of each file.',
  },
  withChanges: { vi: 'Bản đánh dấu thay đổi', en: 'With changes marked' },
  withChangesNote: {
    vi: (n: number) => `So với bản số ${n}: chữ thêm, chữ bỏ, số cũ và số mới (Word: Track Changes).`,
    en: (n: number) =>
      `Against version ${n}: words added and taken out, old and new figures (tracked in Word).`,
  },
  excerptPar: { vi: 'Mục trong báo cáo cải cách hành chính', en: 'Section of the report on reform' },
  excerptTthc: {
    vi: 'Mục trong báo cáo kiểm soát thủ tục hành chính',
    en: 'Section of the report on procedure control',
  },
  excerptNote: {
    vi: 'Chỉ phần chữ, bảng và biểu đồ, sẵn sàng chép vào báo cáo chung.',
    en: 'Only words, tables and charts, ready to be pasted into that report.',
  },
  sheets: { vi: 'Bảng tính số liệu', en: 'Figures as a workbook' },
  sheetsNote: {
    vi: 'Số liệu, từng bảng, số liệu theo đơn vị và nguồn, mỗi phần một trang tính.',
    en: 'Figures, each table, figures by unit and sources, a sheet for each.',
  },
  kind: { vi: 'Bản', en: 'Copy' },
  files: { vi: 'Tải về', en: 'Download' },
  versions: { vi: 'Các bản của báo cáo', en: 'Versions of the report' },
  version: { vi: 'Bản số', en: 'Version' },
  handedIn: { vi: 'Ngày gửi', en: 'Handed in' },
  beingWritten: { vi: 'Đang soạn', en: 'Being written' },
  reason: { vi: 'Lý do đính chính', en: 'Why corrected' },
  shown: { vi: 'Đang xem', en: 'Shown' },
} as const
