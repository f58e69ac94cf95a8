/**
 * Programmes and code lists that every province starts with. Forms follow the consolidated list of the five seed
 * plans, themes the six fields of administrative reform (HN-04) and what the plans add. All three lists can grow.
 */
export const programmes = [
  {
    code: 'PAR_COMMUNICATION',
    vi: 'Tuyên truyền cải cách hành chính',
    en: 'Administrative-reform communication',
    leadFunction: 'lead_par_communication',
  },
  {
    code: 'TTHC_CONTROL_COMMUNICATION',
    vi: 'Truyền thông kiểm soát thủ tục hành chính',
    en: 'Procedure-control communication',
    leadFunction: 'lead_tthc_control_communication',
  },
] as const

type Named = readonly [code: string, vi: string, en: string]

/** Themes: the six fields first, then what the plans add. */
export const themes: readonly Named[] = [
  ['institutions', 'Cải cách thể chế', 'Institutional reform'],
  ['procedures', 'Cải cách thủ tục hành chính', 'Administrative procedures'],
  ['organisation', 'Cải cách tổ chức bộ máy', 'Organisation of the apparatus'],
  ['civil_service', 'Cải cách chế độ công vụ', 'Civil service'],
  ['public_finance', 'Cải cách tài chính công', 'Public finance'],
  ['digital_government', 'Chính quyền điện tử, chính quyền số', 'Digital government'],
  ['directives', 'Văn bản chỉ đạo, quy định của Trung ương và của tỉnh', 'Central and provincial directives'],
  ['indices', 'Kết quả các chỉ số (PAR INDEX, SIPAS, PAPI, PCI, DTI)', 'Index results'],
  ['good_models', 'Mô hình mới, cách làm hay, gương điển hình', 'Good models and exemplars'],
  ['shortcomings', 'Tồn tại, hạn chế và việc khắc phục', 'Shortcomings and their mending'],
  ['discipline', 'Kỷ luật, kỷ cương, đạo đức công vụ', 'Discipline and ethics'],
  ['one_stop', 'Cơ chế một cửa, một cửa liên thông', 'One-stop service'],
  ['online_services', 'Dịch vụ công trực tuyến, thanh toán trực tuyến', 'Online services and payment'],
  ['project_06', 'Đề án 06, khai thác dữ liệu dân cư', 'Project 06, population data'],
  ['feedback', 'Phản ánh, kiến nghị của người dân, doanh nghiệp', 'Feedback of citizens and firms'],
  ['posting', 'Công khai, niêm yết thủ tục hành chính', 'Posting of procedures'],
  ['business', 'Môi trường đầu tư, kinh doanh', 'Investment and business climate'],
]

/** Fields of procedures that people need to know (HN-08): parts of the theme 'procedures'. */
export const procedureFields: readonly Named[] = [
  ['land', 'Đất đai', 'Land'],
  ['construction', 'Xây dựng', 'Construction'],
  ['investment', 'Đầu tư', 'Investment'],
  ['business_registration', 'Đăng ký kinh doanh', 'Business registration'],
  ['civil_status', 'Hộ tịch', 'Civil status'],
  ['certification', 'Chứng thực', 'Certification'],
  ['labour_and_social', 'Lao động, người có công và xã hội', 'Labour and social affairs'],
  ['penalties', 'Xử phạt vi phạm hành chính', 'Administrative penalties'],
]

type FormRow = readonly [code: string, vi: string, en: string, online: boolean]

export const forms: readonly FormRow[] = [
  ['news', 'Tin, bài', 'News and articles', true],
  ['reportage', 'Phóng sự', 'Reportage', false],
  ['column', 'Chuyên trang, chuyên mục', 'Columns and special pages', false],
  ['radio', 'Phát thanh', 'Radio', false],
  ['television', 'Truyền hình', 'Television', false],
  ['loudspeaker', 'Truyền thanh cơ sở', 'Grass-roots broadcasting', false],
  ['portal', 'Cổng, trang thông tin điện tử', 'Portals and websites', true],
  ['social_media', 'Mạng xã hội (Zalo, Facebook, Lotus…)', 'Social networks', true],
  ['electronic_board', 'Bảng điện tử, màn hình LED', 'Electronic boards', true],
  ['visual', 'Trực quan (pano, băng rôn, áp phích)', 'Visual displays', false],
  ['leaflet', 'Tờ rơi, tờ gấp', 'Leaflets', false],
  ['handbook', 'Sổ tay, cuốn tài liệu', 'Handbooks', false],
  ['digital_publication', 'Ấn phẩm số', 'Digital publications', true],
  ['conference', 'Hội nghị', 'Conferences', false],
  ['meeting', 'Họp, giao ban', 'Meetings', false],
  ['seminar', 'Hội thảo, tọa đàm', 'Seminars and talks', false],
  ['dialogue', 'Đối thoại với người dân', 'Dialogues with citizens', false],
  ['training', 'Tập huấn, bồi dưỡng', 'Training', false],
  ['embedded_course', 'Lồng ghép khóa học', 'Within other courses', false],
  ['study_visit', 'Học tập kinh nghiệm', 'Study visits', false],
  ['stage', 'Sân khấu hóa, tiểu phẩm', 'Stage plays', false],
  ['cheer_information', 'Thông tin cổ động', 'Mobile information', false],
  ['online_contest', 'Cuộc thi trực tuyến', 'Online contests', true],
  ['contest', 'Cuộc thi, hội thi tìm hiểu', 'Contests', false],
  ['press_award', 'Giải báo chí', 'Press awards', false],
  ['library', 'Luân chuyển sách, xe thư viện lưu động', 'Book circulation, mobile library', false],
  ['hotline', 'Tổng đài, đường dây nóng', 'Hotlines', true],
  ['associations', 'Sinh hoạt chi bộ, đoàn thể', 'Party cells and associations', false],
  ['collaborators', 'Cộng tác viên', 'Collaborators', false],
  ['posting', 'Niêm yết công khai', 'Public posting', false],
  ['inspection', 'Lồng ghép kiểm tra', 'Within inspections', false],
  ['legal_education', 'Lồng ghép phổ biến, giáo dục pháp luật', 'Within legal education', false],
]

export const audiences: readonly Named[] = [
  ['officials', 'Cán bộ, công chức, viên chức, người lao động', 'Officials and public employees'],
  ['citizens', 'Người dân', 'Citizens'],
  ['business', 'Doanh nghiệp, hợp tác xã', 'Firms and cooperatives'],
  ['members', 'Đoàn viên, hội viên các đoàn thể', 'Members of associations'],
  ['press', 'Cơ quan báo chí', 'The press'],
]
