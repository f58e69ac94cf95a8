/** Emulation clusters: explicit members, new communes only, in the order of the districts. */
export const clusters: readonly { code: string; name: string; communes: readonly string[] }[] = [
  {
    code: 'cluster_1',
    name: 'Cụm thi đua số 1 (các phường)',
    communes: ['phường Chung An', 'phường Đông Phố', 'phường Tây Hồ', 'phường Phú Lộc', 'phường Đông Giang'],
  },
  {
    code: 'cluster_2',
    name: 'Cụm thi đua số 2 (các xã phía Bắc)',
    communes: ['xã Lộc Điền', 'xã Giang Tây', 'xã Thượng Lâm', 'xã Pha Đin', 'xã Hạ Lâm', 'xã Suối Bạc'],
  },
  {
    code: 'cluster_3',
    name: 'Cụm thi đua số 3 (các xã ven biển)',
    communes: ['xã Bình Khê', 'xã Khê Trung', 'xã Mỹ Xuân', 'xã Xuân Phổ', 'xã Nam Phố', 'xã Cồn Sậy'],
  },
  {
    code: 'cluster_4',
    name: 'Cụm thi đua số 4 (các xã miền núi)',
    communes: [
      'xã Trà Bình',
      'xã Trà Nham',
      'xã Suối Vàng',
      'xã Đắk Ninh',
      'xã An Khánh',
      'xã Đức Lâm',
      'xã Lâm Giang',
    ],
  },
]

/** Invented heads of the communes, in order. */
export const communeHeads: readonly string[] = [
  'Nguyễn Văn Thành',
  'Trần Thị Bích Liên',
  'Lê Quang Hải',
  'Phạm Thị Hạnh',
  'Hoàng Văn Tú',
  'Vi Thị Mơ',
  'Đinh Công Trứ',
  'Lò Văn Pánh',
  'Bùi Thị Xuân Mai',
  'Đỗ Đình Khoa',
  'Võ Minh Nhật',
  'Đặng Văn Lợi',
  'Hồ Thị Kiều',
  'Ngô Đức Thịnh',
  'Dương Văn Quý',
  'Lý Thị Hoa',
  'Phan Thanh Tùng',
  'Tô Thị Yến',
  'Hà Văn Sơn',
  'Y Brếp Niê',
  'Mai Xuân Trường',
  'Cao Thị Thắm',
  'Trương Quốc Việt',
  'Nông Văn Dũng',
]
