export const findingKinds = [
  'no_owner',
  'no_due',
  'nobody',
  'after_parent',
  'no_parent',
  'before_period',
  'early',
  'early_accepted',
  'no_heir',
  'day_off',
  'proposed',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** What each finding says, and what to do about it. */
export const findingWords: Record<
  FindingKind,
  {
    what: { vi: (facts: string) => string; en: (facts: string) => string }
    todo: { vi: string; en: string }
  }
> = {
  no_owner: {
    what: {
      vi: (n) => `Đơn vị phải nộp ${n} báo cáo nhưng chưa có ai được cấp tài khoản.`,
      en: (n) => `Owes ${n} reports, but nobody there has an account.`,
    },
    todo: {
      vi: 'Cấp tài khoản cán bộ đầu mối hoặc thủ trưởng cho đơn vị.',
      en: 'Invite an officer or the head of the unit.',
    },
  },
  no_due: {
    what: {
      vi: () => 'Chưa có hạn nộp nên không đơn vị nào phải nộp.',
      en: () => 'No day: nothing falls due.',
    },
    todo: { vi: 'Nhập hạn nộp.', en: 'Enter when it is due.' },
  },
  nobody: {
    what: { vi: () => 'Có kỳ không đơn vị nào phải nộp.', en: () => 'In some period nobody owes it.' },
    todo: { vi: 'Chọn nhóm hoặc đơn vị phải báo cáo.', en: 'Choose who owes it.' },
  },
  after_parent: {
    what: {
      vi: (facts) => `Hạn của cấp dưới sau hạn của báo cáo tổng hợp: ${facts}.`,
      en: (facts) => `Due after the report that consolidates it: ${facts}.`,
    },
    todo: {
      vi: 'Lùi hạn báo cáo tổng hợp hoặc đặt hạn cấp dưới sớm hơn.',
      en: 'Move the consolidated report, or ask for this one earlier.',
    },
  },
  no_parent: {
    what: {
      vi: (facts) => `Báo cáo tổng hợp không có kỳ tương ứng: ${facts}.`,
      en: (facts) => `The consolidated report has no such period: ${facts}.`,
    },
    todo: {
      vi: 'Kiểm tra kỳ và thời gian áp dụng của báo cáo tổng hợp.',
      en: 'Look at its periods and validity.',
    },
  },
  before_period: {
    what: {
      vi: (facts) => `Hạn nộp trước khi kỳ báo cáo bắt đầu: ${facts}.`,
      en: (facts) => `Due before its period begins: ${facts}.`,
    },
    todo: { vi: 'Sửa hạn nộp.', en: 'Mend the deadline.' },
  },
  early: {
    what: {
      vi: (facts) => `Hạn nộp trước ngày chốt số liệu: ${facts}.`,
      en: (facts) => `Due before its data closes: ${facts}.`,
    },
    todo: {
      vi: 'Nếu văn bản quy định như vậy thì giữ nguyên: báo cáo có số liệu đến ngày nộp. Nếu không, chọn mốc chốt số liệu khác.',
      en: 'Keep it where the document says so: the report holds what is known by then. Else choose other cut-offs.',
    },
  },
  early_accepted: {
    what: {
      vi: (facts) => `Hạn nộp trước ngày chốt số liệu, đã được chấp nhận: ${facts}.`,
      en: (facts) => `Due before its data closes, and accepted: ${facts}.`,
    },
    todo: { vi: 'Không cần làm gì.', en: 'Nothing.' },
  },
  no_heir: {
    what: {
      vi: (day) => `Đơn vị kết thúc hoạt động (ngày cuối ${day}) mà chưa có đơn vị kế thừa.`,
      en: (day) => `Closes (last day ${day}) without an heir.`,
    },
    todo: { vi: 'Ghi đơn vị kế thừa trong mục Cơ quan, đơn vị.', en: 'Record who comes after it.' },
  },
  day_off: {
    what: {
      vi: (facts) => `Hạn rơi vào ngày nghỉ và giữ nguyên như văn bản: ${facts}.`,
      en: (facts) => `Falls on a day off and stays as printed: ${facts}.`,
    },
    todo: {
      vi: 'Có thể chọn chuyển sang ngày làm việc trong chế độ báo cáo.',
      en: 'The duty may move it to a working day.',
    },
  },
  proposed: {
    what: {
      vi: () => 'Chờ xác nhận: diễn tập tính cả chế độ này.',
      en: () => 'Waits for confirmation; counted here.',
    },
    todo: { vi: 'Xem và xác nhận.', en: 'Look at it and confirm.' },
  },
}

export const rehearsalTexts = {
  rehearsal: { vi: 'Diễn tập một năm báo cáo', en: 'Rehearse a year of reports' },
  lead: {
    vi: 'Tính trước ai sẽ phải nộp gì, ngày nào; không ghi gì vào hệ thống.',
    en: 'Who would owe what and when; nothing is written.',
  },
  year: { vi: (y: number) => `Năm ${y}`, en: (y: number) => String(y) },
  years: { vi: 'Năm', en: 'Year' },
  reports: { vi: 'Báo cáo phải nộp', en: 'Reports owed' },
  units: { vi: 'Đơn vị', en: 'Units' },
  errors: { vi: 'Phải sửa', en: 'To mend' },
  warnings: { vi: 'Cần xem', en: 'To look at' },
  findings: { vi: 'Phát hiện', en: 'Findings' },
  fine: {
    vi: 'Mọi báo cáo đều có người lo và hạn hợp lý',
    en: 'Every report has an owner and a possible day',
  },
  fineWhy: { vi: 'Không có gì phải sửa cho năm này.', en: 'Nothing has to be mended for this year.' },
  about: { vi: 'Về', en: 'About' },
  what: { vi: 'Phát hiện', en: 'What' },
  todo: { vi: 'Việc cần làm', en: 'What to do' },
  severity: { vi: 'Mức', en: 'Severity' },
  error: { vi: 'Phải sửa', en: 'To mend' },
  warning: { vi: 'Cần xem', en: 'To look at' },
  note: { vi: 'Ghi chú', en: 'Note' },
  timeline: { vi: 'Trình tự trong năm', en: 'The year' },
  timelineSays: {
    vi: 'Từ ngày chốt số liệu đến hạn nộp của từng báo cáo, theo cấp; hạn trước ngày chốt thì tính từ hạn.',
    en: 'From the day the data closes to the due day, level by level.',
  },
  commune: { vi: 'Cấp xã', en: 'Communes' },
  province: { vi: 'Sở, ban, ngành và cấp tỉnh', en: 'Departments and province' },
  consolidated: { vi: 'Báo cáo tổng hợp', en: 'Consolidated reports' },
  status: {
    vi: (due: string, n: number) => `hạn ${due}, ${n} đơn vị`,
    en: (due: string, n: number) => `due ${due}, ${n} units`,
  },
} as const

export const cutoffTexts = {
  cutoffs: { vi: 'Mốc chốt số liệu', en: 'Cut-offs' },
  lead: {
    vi: 'Số liệu của mỗi kỳ tính từ ngày nào đến ngày nào. Mốc chung của cả nước có sẵn; tỉnh sửa hoặc chép thành bộ riêng.',
    en: 'From which to which day figures run. The national ones are shipped; a province may change or copy them.',
  },
  unverified: { vi: 'Chưa xác minh', en: 'Unverified' },
  unverifiedWhy: {
    vi: 'Nguồn này chưa được đối chiếu với văn bản gốc.',
    en: 'Nobody has checked this against the official text.',
  },
  source: { vi: 'Nguồn', en: 'Source' },
  period: { vi: 'Kỳ', en: 'Period' },
  opens: { vi: 'Số liệu từ', en: 'From' },
  closes: { vi: 'Chốt số liệu', en: 'Until' },
  example: { vi: 'Kỳ tới', en: 'Next' },
  edit: { vi: 'Sửa', en: 'Edit' },
  copy: { vi: 'Chép thành bộ riêng', en: 'Copy' },
  copied: { vi: 'Đã chép; hãy sửa theo quy định của tỉnh.', en: 'Copied; change it to the province’s rule.' },
  saved: { vi: 'Đã lưu; các kỳ sắp tới tính theo mốc mới.', en: 'Saved; periods to come follow it.' },
  name: { vi: 'Tên bộ mốc', en: 'Name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  verified: { vi: 'Đã đối chiếu với văn bản gốc', en: 'Checked against the official text' },
  hint: {
    vi: 'Viết như “ngày 15 tháng cuối của quý trước”, “ngày 15/12 năm trước”, “ngày 14/6”.',
    en: 'In Vietnamese, like “ngày 15/12 năm trước”.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  needName: { vi: 'Nhập tên.', en: 'Enter a name.' },
  needSource: { vi: 'Nhập nguồn.', en: 'Enter the source.' },
  none: { vi: 'Chưa có bộ mốc nào', en: 'No cut-offs yet' },
  ship: { vi: 'Lấy mốc chung của cả nước', en: 'Take the national ones' },
} as const
