import { ButtonLink } from '../button.tsx'
import { PageHead } from '../page-head.tsx'
import { StatusTag } from '../tag.tsx'
import { Coverage, Empties, Facts, Figures, Lists, Tags } from './data.tsx'
import { Buttons, FaultyFields, Fields } from './forms.tsx'
import { Charts, Histories, Icons, Life, Review } from './stories.tsx'
import { Texts } from './texts.tsx'

/** Every piece of furniture in all its states. The body of /components; it needs a layout around it. */
export function GalleryPage() {
  return (
    <>
      <PageHead
        kicker="Kế hoạch số 25/KH-UBND ngày 15/02/2026"
        title="Thông tin, tuyên truyền cải cách hành chính tỉnh Quảng Ngãi năm 2026"
        tags={<StatusTag look={{ tone: 'info', icon: 'half' }}>Đang thực hiện</StatusTag>}
        lead="Trang này bày mọi thành phần giao diện ở mọi trạng thái, với chữ dài và dấu chồng, để soát trên điện thoại và máy tính."
        actions={
          <>
            <ButtonLink kind="secondary" icon="download" href="#charts">
              Tải .docx
            </ButtonLink>
            <ButtonLink icon="add" href="#forms">
              Thêm nhiệm vụ
            </ButtonLink>
          </>
        }
      />
      <Figures />
      <Lists />
      <Life />
      <Tags />
      <Facts />
      <Histories />
      <Review />
      <Charts />
      <Coverage />
      <Buttons />
      <Fields />
      <FaultyFields />
      <Texts />
      <Empties />
      <Icons />
    </>
  )
}
