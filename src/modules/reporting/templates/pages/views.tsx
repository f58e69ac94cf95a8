import type { VNode } from 'preact'
import { FigureFormPage, type FigureFormProps, SectionFormPage, TableFormPage } from './template-forms.tsx'
import {
  TemplatePage,
  type TemplatePageProps,
  TemplatesPage,
  type TemplatesPageProps,
} from './template-pages.tsx'

export function templatesView(props: TemplatesPageProps): VNode {
  return <TemplatesPage {...props} />
}

export function templateView(props: TemplatePageProps): VNode {
  return <TemplatePage {...props} />
}

export function sectionFormView(props: Parameters<typeof SectionFormPage>[0]): VNode {
  return <SectionFormPage {...props} />
}

export function figureFormView(props: FigureFormProps): VNode {
  return <FigureFormPage {...props} />
}

export function tableFormView(props: Parameters<typeof TableFormPage>[0]): VNode {
  return <TableFormPage {...props} />
}
