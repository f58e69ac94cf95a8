import { Avatar } from '../avatar.tsx'
import { BarChart } from '../charts/bar-chart.tsx'
import { Gantt } from '../charts/gantt.tsx'
import { LineChart } from '../charts/line-chart.tsx'
import { Sparkline } from '../charts/sparkline.tsx'
import { StackedBar } from '../charts/stacked-bar.tsx'
import { CopyButton } from '../copy-button.tsx'
import { Details } from '../details.tsx'
import { Form } from '../form.tsx'
import { ICONS, Icon } from '../icon.tsx'
import { Kbd } from '../kbd.tsx'
import { Panel } from '../panel.tsx'
import { JobProgress } from '../progress.tsx'
import { SideBySide } from '../side-by-side.tsx'
import { SourceLink, SourceText } from '../source-text.tsx'
import { Stepper } from '../stepper.tsx'
import { StatusTag } from '../tag.tsx'
import { TaskList } from '../task-list.tsx'
import { TextInput } from '../text-input.tsx'
import { Timeline } from '../timeline.tsx'
import { longName, marks, sourceText } from './samples.ts'

const months = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12']

export function Life() {
  return (
    <Panel title="Vòng đời kế hoạch" id="life">
      <Stepper
        label="Vòng đời kế hoạch"
        steps={[
          { key: 'draft', label: 'Dự thảo', state: 'done', note: '02/01/2026' },
          { key: 'consulting', label: 'Lấy ý kiến', state: 'done', note: '20/01/2026' },
          { key: 'submitted', label: 'Trình ký', state: 'done', note: '02/02/2026' },
          { key: 'issued', label: 'Ban hành', state: 'now', note: '15/02/2026 · Trần Hoàng Tuấn' },
          { key: 'running', label: 'Đang thực hiện', state: 'next' },
          { key: 'closed', label: 'Tổng kết', state: 'next' },
        ]}
      />
    </Panel>
  )
}

export function Histories() {
  return (
    <div class="columns">
      <Panel title="Lịch sử" id="history">
        <Timeline
          entries={[
            {
              key: 1,
              title: 'Xác nhận hoàn thành',
              by: 'Nguyễn Thị Ngọc Ẩn, Sở Nội vụ',
              when: '14:05, 02/03/2026',
              dateTime: '2026-03-02T14:05:00+07:00',
              icon: 'done',
              tone: 'good',
            },
            {
              key: 2,
              title: 'Sửa thời hạn',
              by: 'Phạm Đức Thuỵ, Văn phòng UBND tỉnh',
              when: '09:12, 01/03/2026',
              changes: [
                { field: 'Hạn', before: '30/06/2026', after: '15/09/2026' },
                { field: 'Phối hợp', before: '', after: longName },
              ],
            },
            {
              key: 3,
              title: 'Trả lại để bổ sung minh chứng',
              by: 'Sở Nội vụ',
              when: '16:40, 27/02/2026',
              icon: 'return',
              tone: 'lotus',
            },
          ]}
        />
      </Panel>
      <Steps />
    </div>
  )
}

function Steps() {
  return (
    <Panel title="Các bước trước khi ban hành" id="steps">
      <TaskList
        items={[
          {
            key: 1,
            label: 'Soát các chỗ máy đọc chưa chắc',
            href: '#steps',
            hint: 'Còn 6 chỗ',
            status: <StatusTag look={{ tone: 'warn', icon: 'half' }}>Đang làm</StatusTag>,
          },
          {
            key: 2,
            label: 'Gắn tên cơ quan trong văn bản với đơn vị',
            href: '#steps',
            status: <StatusTag look={{ tone: 'good', icon: 'done' }}>Đã xong</StatusTag>,
          },
          {
            key: 3,
            label: 'Ghi số và ngày ban hành',
            hint: 'Mở khi hai bước trên đã xong',
            status: <StatusTag look={{ tone: 'quiet', icon: 'lock' }}>Chưa mở</StatusTag>,
          },
        ]}
      />
      <Details summary="Vì sao phải soát trước khi ban hành?">
        <p>Văn bản đã ban hành thì không sửa được nữa, chỉ có thể thay bằng văn bản khác.</p>
      </Details>
      <JobProgress
        url="/components/progress"
        label="Đang đọc tệp quét"
        value={12}
        max={40}
        text="Trang 12 / 40"
      />
      <p class="row">
        <Avatar name="Đặng Ổn" /> <Kbd keys={['g', 'k']} />{' '}
        <Sparkline values={[40, 44, 52, 51, 63, 78, 92]} label="7 tháng: từ 40 lên 92 %" />
        <CopyButton text="25/KH-UBND" what="số văn bản" />
      </p>
    </Panel>
  )
}

export function Review() {
  return (
    <section class="stack" id="review">
      <h2>Soát bản đọc</h2>
      <SideBySide
        first={<SourceText text={sourceText} marks={marks} />}
        second={
          <Panel>
            <Form action="/components" values={{ number: '25/KH-UBND', issued: '15/02/2023', 'lead-1': '' }}>
              {marks.map((mark) => (
                <div data-mark-field={mark.id} key={mark.id}>
                  <TextInput
                    name={mark.id}
                    label={mark.label}
                    value={sourceText.slice(mark.start, mark.end)}
                    hint={<SourceLink id={mark.id} label="Xem trong văn bản" />}
                  />
                </div>
              ))}
            </Form>
          </Panel>
        }
      />
    </section>
  )
}

export function Charts() {
  return (
    <div class="columns columns-wide" id="charts">
      <BarChart
        title="Tỷ lệ hồ sơ trực tuyến theo đơn vị"
        description="Sở Nội vụ cao nhất với 96 %, xã Nghĩa Giang thấp nhất với 41 %; mục tiêu là 80 %."
        max={100}
        goal={{ value: 80, label: 'Mục tiêu 80 %' }}
        bars={[
          { label: 'Sở Nội vụ', value: 96, text: '96 %' },
          { label: 'Sở Văn hóa, Thể thao và Du lịch', value: 74, text: '74 %' },
          { label: 'UBND xã Nghĩa Giang', value: 41, text: '41 %' },
        ]}
      />
      <StackedBar
        title="Nhiệm vụ theo trạng thái"
        description="Khối sở có 12 nhiệm vụ quá hạn trong 120; khối xã có 40 trong 190."
        series={[
          { key: 'done', label: 'Đã hoàn thành', colour: 'good' },
          { key: 'doing', label: 'Đang thực hiện', colour: 'info' },
          { key: 'soon', label: 'Sắp đến hạn', colour: 'warn' },
          { key: 'late', label: 'Quá hạn', colour: 'bad' },
        ]}
        rows={[
          { label: 'Các sở, ban, ngành', values: [80, 20, 8, 12] },
          { label: 'UBND các xã, phường, đặc khu', values: [90, 54, 6, 40] },
        ]}
      />
      <LineChart
        title="Tin, bài đã đăng theo tháng"
        description="Năm 2026 tăng đều từ 12 lên 64 bài; năm 2025 dao động quanh 30 bài."
        points={months}
        series={[
          { label: 'Năm 2026', values: [12, 18, 22, 30, 28, 41, 45, 52, 50, 64, null, null] },
          { label: 'Năm 2025', values: [30, 24, 28, 33, 35, 29, 31, 27, 36, 34, 30, 28] },
        ]}
      />
      <Gantt
        title="Tiến độ năm 2026"
        description="Một nhiệm vụ quá hạn từ 30/06, hai nhiệm vụ đang thực hiện đúng hạn."
        from="2026-01-01"
        to="2026-12-31"
        today="2026-07-12"
        rows={[
          {
            label: 'Chuyên trang, chuyên mục',
            from: '2026-02-01',
            to: '2026-06-30',
            tone: 'bad',
            status: 'quá hạn 12 ngày',
          },
          {
            label: 'Cuộc thi trực tuyến',
            from: '2026-05-15',
            to: '2026-09-15',
            tone: 'info',
            status: 'đang thực hiện',
          },
          {
            label: 'Tiểu phẩm phát thanh',
            from: '2026-10-01',
            to: '2026-12-04',
            tone: 'quiet',
            status: 'chưa đến thời gian',
          },
        ]}
      />
    </div>
  )
}

export function Icons() {
  return (
    <Panel title="Biểu tượng" id="icons">
      <div class="row small">
        {ICONS.map((name) => (
          <span class="row" key={name}>
            <Icon name={name} /> {name}
          </span>
        ))}
      </div>
    </Panel>
  )
}
