import { ButtonLink } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Few } from '../few.tsx'
import { FilterBar } from '../filter-bar.tsx'
import { Matrix } from '../matrix.tsx'
import { Notice } from '../notice.tsx'
import { Pager } from '../pager.tsx'
import { Panel } from '../panel.tsx'
import { Progress } from '../progress.tsx'
import { Select } from '../select.tsx'
import { Stat, Stats } from '../stat.tsx'
import { SummaryList } from '../summary-list.tsx'
import { type Column, Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { type StatusLook, StatusTag, Tag } from '../tag.tsx'
import { TextInput } from '../text-input.tsx'
import { longName, type SampleTask, tasks } from './samples.ts'

const states: Record<SampleTask['state'], StatusLook & { word: string }> = {
  done: { tone: 'good', icon: 'done', word: 'Đã hoàn thành' },
  late: { tone: 'bad', icon: 'late', word: 'Quá hạn 12 ngày' },
  soon: { tone: 'warn', icon: 'clock', word: 'Sắp đến hạn' },
  doing: { tone: 'info', icon: 'half', word: 'Đang thực hiện' },
  waiting: { tone: 'quiet', icon: 'circle', word: 'Chưa tiếp nhận' },
  returned: { tone: 'lotus', icon: 'return', word: 'Trả lại để bổ sung' },
}

const columns: Column<SampleTask>[] = [
  { key: 'ordinal', label: 'STT', width: 'narrow', cell: (task) => task.ordinal },
  {
    key: 'title',
    label: 'Nhiệm vụ',
    main: true,
    sortable: true,
    width: 'wide',
    cell: (task) => <a href={`#task-${task.id}`}>{task.title}</a>,
  },
  { key: 'lead', label: 'Chủ trì', sortable: true, cell: (task) => task.lead },
  { key: 'due', label: 'Hạn', sortable: true, width: 'narrow', cell: (task) => task.due },
  {
    key: 'done',
    label: 'Thực hiện',
    numeric: true,
    width: 'narrow',
    cell: (task) => task.done,
    foot: '1.288 / 1.299',
  },
  {
    key: 'state',
    label: 'Trạng thái',
    cell: (task) => <StatusTag look={states[task.state]}>{states[task.state].word}</StatusTag>,
  },
]

export function Figures() {
  return (
    <Stats>
      <Stat
        label="Quá hạn"
        value="12"
        of="/ 310 nhiệm vụ"
        tone="bad"
        icon="late"
        href="#table"
        note="Tăng 3 so với tuần trước"
      />
      <Stat label="Đến hạn trong 7 ngày" value="28" tone="warn" icon="clock" href="#table" />
      <Stat label="Chờ tôi xác nhận" value="5" tone="lotus" icon="stamp" href="#table" />
      <Stat
        label="Đã hoàn thành"
        value="92 %"
        tone="good"
        icon="done"
        href="#table"
        note="285 / 310 nhiệm vụ"
      />
    </Stats>
  )
}

export function Lists() {
  return (
    <>
      <Tabs
        label="Các cách xem"
        tabs={[
          { href: '#table', label: 'Danh sách', current: true, count: 310 },
          { href: '#charts', label: 'Theo cơ quan' },
          { href: '#charts', label: 'Theo thời gian' },
          { href: '#matrix', label: 'Ma trận nội dung × hình thức', count: 4 },
        ]}
      />
      <FilterBar
        action="/components"
        values={{ q: 'tuyên truyền' }}
        active={[
          { label: 'Chủ trì: Sở Văn hóa, Thể thao và Du lịch', without: '#' },
          { label: 'Quá hạn', without: '#' },
        ]}
      >
        <TextInput name="q" label="Từ khóa" />
        <Select
          name="state"
          label="Trạng thái"
          empty="Mọi trạng thái"
          options={[{ value: 'late', label: 'Quá hạn' }]}
        />
        <Select
          name="section"
          label="Phần của kế hoạch"
          empty="Mọi phần"
          options={[{ value: '1', label: longName }]}
        />
      </FilterBar>
      <div id="table">
        <Table
          caption="Nhiệm vụ của kế hoạch số 25/KH-UBND"
          columns={columns}
          rows={tasks}
          rowKey={(task) => task.id}
          sort={{
            key: 'due',
            direction: 'ascending',
            href: (key, direction) => `?sort=${key}&direction=${direction}`,
          }}
        />
        <Pager page={7} pageSize={20} total={1284} href={(page) => `?page=${page}`} />
      </div>
      <FilterBar action="/components" values={{ few: longName }}>
        <TextInput name="few" label="Từ khóa" optional />
      </FilterBar>
      <Panel title="Nhiệm vụ của đơn vị (8)">
        <Few total={8}>
          <ul class="list-plain stack">
            {[1, 2, 3, 4, 5, 6, 7, 8].map((n) => (
              <li key={n}>
                {n}. {longName}
              </li>
            ))}
          </ul>
        </Few>
      </Panel>
    </>
  )
}

export function Tags() {
  return (
    <Panel title="Nhãn trạng thái và thông báo" id="tags">
      <div class="row">
        {Object.values(states).map((state) => (
          <StatusTag look={state} key={state.word}>
            {state.word}
          </StatusTag>
        ))}
        <Tag outline tone="accent">
          Lồng ghép
        </Tag>
        <Tag>Dự thảo</Tag>
      </div>
      <Notice tone="good">Đã giao 42 nhiệm vụ cho 118 đơn vị.</Notice>
      <Notice tone="info" title="Kế hoạch đang lấy ý kiến">
        <p>Các đơn vị góp ý đến hết ngày 20/12/2026. Sau ngày đó, văn bản được khóa để trình ký.</p>
      </Notice>
      <Notice tone="warn" title="6 chỗ cần xem lại trước khi ban hành">
        <p>Bảng phụ lục thiếu cột “Cơ quan chủ trì”; hệ thống không tự điền thay.</p>
      </Notice>
      <Notice tone="bad" title="Chưa gửi được 3 thư nhắc việc">
        <p>Máy chủ thư từ chối địa chỉ nhận. Hãy kiểm tra lại thư điện tử công vụ của các đơn vị.</p>
      </Notice>
    </Panel>
  )
}

export function Facts() {
  return (
    <Panel
      title="Thông tin kế hoạch"
      id="facts"
      actions={
        <ButtonLink kind="secondary" small icon="edit" href="#facts">
          Sửa
        </ButtonLink>
      }
    >
      <SummaryList
        facts={[
          { label: 'Số, ký hiệu', value: '25/KH-UBND', change: '#facts' },
          { label: 'Cơ quan ban hành', value: longName, change: '#facts' },
          { label: 'Người ký', value: '', change: '#facts' },
          {
            label: 'Tiến độ',
            value: <Progress label="Nhiệm vụ hoàn thành" value={18} max={24} text="18 / 24 nhiệm vụ" />,
          },
        ]}
      />
    </Panel>
  )
}

export function Coverage() {
  const cell = (count: number) => ({
    text: String(count),
    level: (count === 0 ? 0 : count < 3 ? 1 : count < 8 ? 2 : count < 20 ? 3 : 4) as 0 | 1 | 2 | 3 | 4,
    href: '#matrix',
  })
  const forms = ['Báo chí', 'Phát thanh cơ sở', 'Mạng xã hội', 'Trực quan', 'Tập huấn', 'Cuộc thi']
  const row = (label: string, counts: number[]) => ({ key: label, label, cells: counts.map(cell) })
  return (
    <div id="matrix">
      <Matrix
        caption="Nội dung đã tuyên truyền theo hình thức"
        corner="Nội dung"
        gap="Chưa có"
        columns={forms.map((label) => ({ key: label, label }))}
        rows={[
          row('Cải cách thể chế', [4, 0, 2, 1, 9, 0]),
          row('Cải cách thủ tục hành chính', [24, 31, 18, 12, 6, 1]),
          row('Dịch vụ công trực tuyến', [12, 8, 40, 7, 2, 1]),
          row('Xây dựng, phát triển chính quyền điện tử, chính quyền số', [3, 0, 5, 0, 1, 0]),
        ]}
      />
    </div>
  )
}

export function Empties() {
  return (
    <div class="columns">
      <EmptyState
        title="Chưa có kế hoạch nào"
        action={
          <ButtonLink icon="upload" href="#">
            Đọc kế hoạch từ tệp
          </ButtonLink>
        }
      >
        Kéo thả tệp .docx hoặc .pdf của kế hoạch; hệ thống sẽ đọc nhiệm vụ, cơ quan và thời hạn để đồng chí
        soát lại.
      </EmptyState>
      <EmptyState scene="done" title="Không còn việc nào đang chờ">
        Việc mới sẽ hiện ở đây khi có đơn vị giao hoặc báo cáo.
      </EmptyState>
      <EmptyState scene="search" title="Không tìm thấy nhiệm vụ nào">
        Thử bớt bộ lọc, hoặc tìm bằng số văn bản.
      </EmptyState>
      <EmptyState scene="people" title="Đơn vị chưa có người dùng">
        Thêm ít nhất một lãnh đạo đơn vị để nhận nhiệm vụ.
      </EmptyState>
    </div>
  )
}
