import { Button, ButtonGroup, ButtonLink } from '../button.tsx'
import { Checkboxes, Radios } from '../choices.tsx'
import { Combobox } from '../combobox.tsx'
import { DateInput } from '../date-input.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Fieldset } from '../fieldset.tsx'
import { FileInput } from '../file-input.tsx'
import { Form } from '../form.tsx'
import { GroupedCheckboxes } from '../grouped-choices.tsx'
import { NumberInput } from '../number-input.tsx'
import { Panel } from '../panel.tsx'
import { PasswordInput } from '../password-input.tsx'
import { Select } from '../select.tsx'
import { TextArea } from '../text-area.tsx'
import { TextInput } from '../text-input.tsx'
import { faults, longName } from './samples.ts'

const agencies = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Tư pháp',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Văn phòng UBND tỉnh',
  'UBND xã Nghĩa Giang',
  'UBND phường Trương Quang Trọng',
  'UBND đặc khu Lý Sơn',
  longName,
].map((label, index) => ({ value: String(index), label }))

export function Buttons() {
  return (
    <Panel title="Nút bấm" id="buttons">
      <ButtonGroup>
        <Button type="button" icon="send">
          Trình ký kế hoạch
        </Button>
        <Button type="button" kind="secondary">
          Lưu nháp
        </Button>
        <Button type="button" kind="danger" icon="delete">
          Xóa dự thảo
        </Button>
        <ButtonLink kind="quiet" href="#buttons">
          Hủy
        </ButtonLink>
      </ButtonGroup>
      <ButtonGroup>
        <Button type="button" small>
          Ghi nhận
        </Button>
        <Button type="button" small kind="secondary" icon="download">
          Tải .docx
        </Button>
        <Button type="button" small kind="secondary" disabled>
          Chưa đến hạn
        </Button>
      </ButtonGroup>
    </Panel>
  )
}

export function Fields() {
  return (
    <Panel title="Biểu mẫu" id="forms">
      <Form
        action="/components"
        draft="gallery"
        files
        values={{ kind: 'fixed', themes: ['tthc', 'dvc'], day: '2026-12-05' }}
      >
        <TextInput
          name="title"
          label="Tên nhiệm vụ"
          hint="Viết như trong kế hoạch đã ký, không viết tắt tên cơ quan."
        />
        <TextArea name="summary" label="Nội dung đã thực hiện" rows={4} limit={1000} optional />
        <Combobox name="lead" label="Cơ quan chủ trì" options={agencies} empty />
        <Select
          name="quarter"
          label="Thời gian"
          width="l"
          empty
          options={[
            {
              label: 'Theo quý',
              options: [
                { value: 'q1', label: 'Quý I' },
                { value: 'q4', label: 'Quý IV năm trước liền kề' },
              ],
            },
            { label: 'Khác', options: [{ value: 'always', label: 'Thường xuyên' }] },
          ]}
        />
        <DateInput name="day" label="Hạn hoàn thành" />
        <NumberInput name="copies" label="Số lượng tờ rơi đã phát" unit="tờ" />
        <Questions />
        <FileInput
          name="evidence"
          label="Minh chứng"
          hint="Ảnh, bản quét hoặc PDF. Mỗi tệp không quá 20 MB."
          multiple
          camera
          accept="image/*,.pdf"
          limit={20_000_000}
        />
        <Fieldset legend="Tài khoản">
          <TextInput
            name="email"
            label="Thư điện tử công vụ"
            type="email"
            width="l"
            autocomplete="username"
          />
          <PasswordInput name="password" label="Mật khẩu" />
        </Fieldset>
        <ButtonGroup>
          <Button>Gửi báo cáo</Button>
          <ButtonLink kind="quiet" href="/components">
            Hủy
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Panel>
  )
}

function Questions() {
  return (
    <>
      <Radios
        name="kind"
        label="Loại thời hạn"
        choices={[
          {
            value: 'fixed',
            label: 'Một ngày cụ thể',
            hint: '“Trước ngày 05” nghĩa là ngày 04 là ngày cuối cùng.',
            more: <DateInput name="fixed-day" label="Ngày cuối cùng" />,
          },
          {
            value: 'regular',
            label: 'Thường xuyên',
            more: <NumberInput name="times" label="Số lần mỗi quý" unit="lần" />,
          },
          { value: 'after', label: 'Sau khi công bố thủ tục hành chính' },
        ]}
      />
      <Checkboxes
        name="themes"
        label="Chủ đề tuyên truyền"
        hint="Chọn mọi chủ đề có trong hoạt động."
        choices={[
          { value: 'tthc', label: 'Cải cách thủ tục hành chính' },
          { value: 'dvc', label: 'Dịch vụ công trực tuyến toàn trình, một phần' },
          { value: 'cds', label: 'Chuyển đổi số, xây dựng chính quyền điện tử' },
          { value: 'xyz', label: 'Chưa áp dụng', disabled: true },
        ]}
      />
      <PartFields />
    </>
  )
}

function PartFields() {
  return (
    <GroupedCheckboxes
      name="fields"
      label="Nội dung, lĩnh vực thủ tục"
      values={['tthc', 'dat']}
      choices={[
        { value: 'tthc', label: 'Cải cách thủ tục hành chính' },
        { value: 'dat', label: 'Đất đai', under: 'tthc' },
        { value: 'ho', label: 'Lao động, người có công và xã hội', under: 'tthc' },
        { value: 'cds', label: 'Chuyển đổi số, xây dựng chính quyền điện tử' },
      ]}
    />
  )
}

export function FaultyFields() {
  return (
    <Panel title="Biểu mẫu có lỗi" id="faulty">
      <ErrorSummary faults={faults} />
      <Form
        action="/components"
        faults={faults}
        values={{
          'faulty-due': '31/02/2026',
          'faulty-note': 'Đề nghị gia hạn vì cơ sở in chưa giao đủ ấn phẩm.',
        }}
      >
        <TextInput name="faulty-title" label="Tên nhiệm vụ" />
        <DateInput name="faulty-due" label="Hạn hoàn thành" />
        <Checkboxes
          name="faulty-lead"
          label="Cơ quan chủ trì"
          inline
          choices={[
            { value: 'a', label: 'Sở Nội vụ' },
            { value: 'b', label: 'Sở Tư pháp' },
          ]}
        />
        <TextArea name="faulty-note" label="Lý do" rows={3} />
        <Button>Gửi lại</Button>
      </Form>
    </Panel>
  )
}
