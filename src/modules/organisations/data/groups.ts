import type { Day } from '../../../lib/calendar/day.ts'
import type { GroupRule } from '../groups.ts'
import { nationalUnitsSince as twoTiersBegin } from '../national-units.ts'
import { functionCodes } from '../organisation.ts'

export interface SeedGroup {
  code: string
  rule: Partial<GroupRule>
  /** Names with the day from which each holds; a last name of null ends the group. */
  names: readonly (readonly [from: Day | null, name: string | null])[]
  aliases?: readonly string[]
}

const offices = ['office', 'department', 'board'] as const

/** Groups as the plans print them. */
export const groups: readonly SeedGroup[] = [
  {
    code: 'departments',
    rule: { types: offices, levels: ['province'] },
    names: [[null, 'Các sở, ban, ngành']],
    aliases: [
      'Các sở, ngành',
      'Các ngành',
      'Các sở, ban, ngành cấp tỉnh',
      'Các sở, ban ngành tỉnh',
      'Các cơ quan chuyên môn thuộc UBND tỉnh',
      'Giám đốc các sở, ban, ngành',
    ],
  },
  {
    code: 'departments_with_website',
    rule: { types: offices, levels: ['province'], functionCode: functionCodes.hasWebsite },
    names: [[null, 'Các sở, ban, ngành có Trang thông tin điện tử']],
    aliases: ['Website các sở, ban, ngành', 'Các đơn vị có trang thông tin điện tử'],
  },
  {
    code: 'district_committees',
    rule: { types: ['people_committee'], levels: ['district'] },
    names: [
      [null, 'UBND các huyện, thị xã, thành phố'],
      [twoTiersBegin, null],
    ],
    aliases: ['Các huyện, thị xã, thành phố', 'Chủ tịch UBND các huyện, thị xã, thành phố'],
  },
  {
    code: 'commune_committees',
    rule: { types: ['people_committee'], levels: ['commune'] },
    names: [
      [null, 'UBND các xã, phường, thị trấn'],
      [twoTiersBegin, 'UBND các xã, phường, đặc khu'],
    ],
    aliases: ['Các xã, phường', 'UBND các xã, phường', 'Chủ tịch UBND các xã, phường'],
  },
  {
    code: 'local_committees',
    rule: { types: ['people_committee'], levels: ['district', 'commune'] },
    names: [
      [null, 'UBND cấp huyện, cấp xã'],
      [twoTiersBegin, 'UBND cấp xã và các địa phương'],
    ],
    aliases: ['Các địa phương', 'Địa phương', 'UBND các cấp', 'UBND các địa phương'],
  },
  {
    code: 'press',
    rule: { types: ['press'] },
    names: [[null, 'Các cơ quan thông tấn, báo chí']],
    aliases: [
      'Các cơ quan báo chí',
      'Các cơ quan truyền thông, báo chí',
      'Các cơ quan báo, đài',
      'Cơ quan truyền thông, báo chí của tỉnh',
    ],
  },
  {
    code: 'central_bodies',
    rule: { types: ['central'] },
    names: [[null, 'Các cơ quan Trung ương đóng trên địa bàn']],
    aliases: [
      'Các cơ quan ngành dọc Trung ương đóng trên địa bàn tỉnh',
      'Các cơ quan ngành dọc TW',
      'Các cơ quan Trung ương trên địa bàn tỉnh',
    ],
  },
  {
    code: 'unions',
    rule: { types: ['union'] },
    names: [[null, 'Các đoàn thể chính trị - xã hội']],
    aliases: [
      'Các tổ chức chính trị - xã hội',
      'Các đoàn thể cấp tỉnh',
      'Các đoàn thể',
      'Các tổ chức chính trị - xã hội cấp tỉnh',
    ],
  },
  {
    code: 'all_bodies',
    rule: { types: [...offices, 'portal', 'press', 'people_committee'] },
    names: [[null, 'Các cơ quan, đơn vị']],
    aliases: [
      'Các đơn vị',
      'Đơn vị',
      'Cơ quan',
      'Các cơ quan',
      'Các cơ quan, đơn vị, địa phương',
      'Các đơn vị, địa phương',
    ],
  },
  {
    code: 'service_points',
    rule: { types: ['service_centre'] },
    names: [
      [null, 'Bộ phận Một cửa các cấp'],
      [twoTiersBegin, 'Trung tâm Phục vụ hành chính công các cấp'],
    ],
    aliases: ['Trung tâm Hành chính công các cấp', 'Bộ phận tiếp nhận và trả kết quả các cấp'],
  },
]

export const functions: readonly { code: string; name: string; sole: boolean; holder: string | null }[] = [
  {
    code: functionCodes.leadParCommunication,
    name: 'Đầu mối tuyên truyền cải cách hành chính',
    sole: true,
    holder: 'SNV',
  },
  {
    code: functionCodes.leadTthcControlCommunication,
    name: 'Đầu mối truyền thông kiểm soát thủ tục hành chính',
    sole: true,
    holder: 'VPUB',
  },
  { code: functionCodes.appraiseBudget, name: 'Thẩm định dự toán kinh phí', sole: true, holder: 'STC' },
  { code: functionCodes.managesPress, name: 'Quản lý nhà nước về báo chí', sole: true, holder: 'STTTT' },
  { code: functionCodes.hasWebsite, name: 'Có trang thông tin điện tử', sole: false, holder: null },
  { code: functionCodes.appraiseScores, name: 'Thẩm định điểm tự chấm', sole: false, holder: null },
]
