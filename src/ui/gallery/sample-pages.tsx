import type { VNode } from 'preact'
import type { Locale } from '../../lib/actor.ts'
import { Button, ButtonLink } from '../button.tsx'
import { ConfirmPage } from '../confirm-page.tsx'
import { ErrorPage } from '../error-page.tsx'
import { Form } from '../form.tsx'
import { OfficeLayout } from '../office-layout.tsx'
import { PageHead } from '../page-head.tsx'
import { PasswordInput } from '../password-input.tsx'
import { PlainLayout } from '../plain-layout.tsx'
import { PortalLayout } from '../portal-layout.tsx'
import { Sheet } from '../sheet.tsx'
import { Table } from '../table.tsx'
import { TextInput } from '../text-input.tsx'
import { Welcome } from '../welcome.tsx'
import { GalleryPage } from './gallery-page.tsx'
import { sampleFrame, tasks } from './samples.ts'

const sampleSite = {
  provinceId: 51,
  name: { vi: 'Tỉnh Quảng Ngãi', en: 'Quảng Ngãi province' },
  shortName: { vi: 'CCHC Quảng Ngãi', en: 'Quảng Ngãi reform' },
  licence: 'Giấy phép số 12/GP-TTĐT ngày 03/02/2026 (minh họa)',
  look: 'lotus',
  banner: null,
  ownerLines: 'Cơ quan chịu trách nhiệm nội dung: Sở Nội vụ tỉnh Quảng Ngãi\n118 Hùng Vương',
  hotline: '0255 382 2212',
  email: 'sonoivu@quangngai.invalid',
  feedback: {
    address: 'Phòng Kiểm soát thủ tục hành chính, Văn phòng UBND tỉnh, 52 Hùng Vương',
    phone: '0255 382 3456',
    link: 'https://pakn.dichvucong.invalid',
  },
  services: {
    app: 'https://app.quangngai.invalid',
    national: 'https://dichvucong.gov.vn',
    system: '',
  },
  isDemonstration: true,
  origin: 'https://cchc.quangngai.gov.vn',
  revision: '1',
  treeRevision: 1,
}

const goHome = <ButtonLink href="/">Về trang đầu</ButtonLink>

/** Whole pages of each shell, for looking at and for the accessibility tests. */
export const samplePages = {
  gallery: (locale: Locale) => (
    <OfficeLayout
      {...sampleFrame(locale)}
      title="Thành phần giao diện"
      crumbs={[
        { href: '/', label: 'Việc của tôi' },
        { href: '/plans', label: 'Kế hoạch' },
        { href: '/components', label: 'Thành phần giao diện' },
      ]}
      notices={[{ tone: 'good', text: 'Đã lưu kế hoạch. 42 nhiệm vụ sẽ được giao khi ban hành.' }]}
    >
      <GalleryPage />
    </OfficeLayout>
  ),
  signIn: (locale: Locale) => (
    <PlainLayout
      {...sampleFrame(locale, '/sign-in')}
      title="Đăng nhập"
      beside={
        <Welcome
          line="Từ một bản kế hoạch đến việc làm ở từng xã"
          text="Giao việc rõ người, rõ hạn; báo cáo kèm minh chứng; nhắc việc đúng lúc."
        />
      }
    >
      <h1>Đăng nhập</h1>
      <Form action="/sign-in">
        <TextInput
          name="email"
          label="Thư điện tử công vụ"
          type="email"
          autocomplete="username"
          inputmode="email"
        />
        <PasswordInput name="password" label="Mật khẩu" />
        <Button>Đăng nhập</Button>
        <p>
          <a href="/password-reset">Quên mật khẩu?</a>
        </p>
      </Form>
    </PlainLayout>
  ),
  notFound: (locale: Locale) => (
    <PlainLayout {...sampleFrame(locale)} title="Không tìm thấy trang">
      <ErrorPage
        status={404}
        title="Không tìm thấy trang"
        sentences={[
          'Địa chỉ có thể đã gõ thiếu, hoặc mục này đã được chuyển đi. Hãy thử tìm theo tên hoặc số văn bản.',
        ]}
        action={goHome}
      />
    </PlainLayout>
  ),
  forbidden: (locale: Locale) => (
    <OfficeLayout {...sampleFrame(locale)} title="Chưa có quyền">
      <ErrorPage
        status={403}
        title="Tài khoản chưa có quyền mở trang này"
        action={goHome}
        sentences={[
          'Chỉ lãnh đạo Sở Nội vụ được xác nhận nhiệm vụ này. Đồng chí có thể gửi đề nghị cho Trần Thị Bưởi.',
        ]}
      />
    </OfficeLayout>
  ),
  broken: (locale: Locale) => (
    <PlainLayout {...sampleFrame(locale)} title="Sự cố">
      <ErrorPage
        status={500}
        title="Hệ thống gặp sự cố"
        sentences={['Thao tác vừa rồi chưa được ghi nhận. Hãy thử lại sau ít phút.', 'Mã sự cố: 7f3a-91c2']}
        action={goHome}
      />
    </PlainLayout>
  ),
  confirm: (locale: Locale) => (
    <OfficeLayout {...sampleFrame(locale)} title="Xóa dự thảo">
      <ConfirmPage question="Xóa dự thảo kế hoạch này?" verb="Xóa dự thảo" action="/x" cancel="/" danger>
        <p>Bản đọc và 6 chỗ đã sửa sẽ mất. Việc này không lấy lại được.</p>
      </ConfirmPage>
    </OfficeLayout>
  ),
  sheet: (locale: Locale) => (
    <OfficeLayout {...sampleFrame(locale)} title="Bản in">
      <Sheet
        title="Tình hình thực hiện kế hoạch tuyên truyền cải cách hành chính"
        kicker="UBND tỉnh Quảng Ngãi"
        meta={['Số liệu đến 08:00 ngày 12/07/2026', 'Nguyễn Thị Ngọc Ẩn']}
      >
        <p>Toàn tỉnh có 310 nhiệm vụ, 285 nhiệm vụ đã hoàn thành, 12 nhiệm vụ quá hạn.</p>
        <Table
          caption="Nhiệm vụ quá hạn"
          columns={[
            { key: 'title', label: 'Nhiệm vụ', cell: (task) => task.title },
            { key: 'lead', label: 'Chủ trì', cell: (task) => task.lead },
            { key: 'due', label: 'Hạn', width: 'narrow', cell: (task) => task.due },
          ]}
          rows={tasks}
          rowKey={(task) => task.id}
        />
      </Sheet>
    </OfficeLayout>
  ),
  portal: (locale: Locale) => (
    <PortalLayout
      locale={locale}
      csrf=""
      path="/portal"
      site={sampleSite}
      view={{ isLarge: false, isHighContrast: false }}
      menu={[
        { href: '/articles', label: 'Tin bài', current: true },
        { href: '/directing-documents', label: 'Văn bản chỉ đạo', current: false },
        { href: '/exemplars', label: 'Gương điển hình', current: false },
      ]}
      crumbs={[]}
      notices={[]}
      head={{
        title: 'Cải cách hành chính vì người dân',
        description: 'Kế hoạch, kết quả và góp ý về cải cách hành chính của tỉnh Quảng Ngãi.',
        canonical: 'https://cchc.quangngai.gov.vn/portal',
        site: 'Tỉnh Quảng Ngãi',
      }}
    >
      <PageHead
        title="Năm 2026, tỉnh Quảng Ngãi làm gì để thủ tục nhanh hơn?"
        lead="Ở đây có kế hoạch, việc đã làm, việc còn chậm và cách để bà con góp ý."
        actions={<ButtonLink href="/feedback">Gửi góp ý</ButtonLink>}
      />
      <div class="prose">
        <h2>Việc đã làm trong quý III</h2>
        <p>
          Từ ngày 01/07 đến ngày 30/09/2026, các cơ quan đã đăng 214 tin, bài, phát 96 lượt phát thanh cơ sở
          và tổ chức 12 lớp hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa thôn, tổ dân phố.
        </p>
      </div>
    </PortalLayout>
  ),
} satisfies Record<string, (locale: Locale) => VNode>
