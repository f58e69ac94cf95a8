import type { VNode } from 'preact'
import { FigurePage, type FigurePageProps } from './figure-page.tsx'
import { MyReportsPage, type MyReportsProps } from './my-reports-page.tsx'
import { ReadPage, type ReadPageProps } from './read-page.tsx'
import {
  ChangesPage,
  type ChangesPageProps,
  VersionPage,
  VersionsPage,
  type VersionsPageProps,
} from './versions-page.tsx'
import { WritePage, type WritePageProps } from './write-page.tsx'

export function writeView(props: WritePageProps): VNode {
  return <WritePage {...props} />
}

export function readView(props: ReadPageProps): VNode {
  return <ReadPage {...props} />
}

export function versionsView(props: VersionsPageProps): VNode {
  return <VersionsPage {...props} />
}

export function versionView(props: Parameters<typeof VersionPage>[0]): VNode {
  return <VersionPage {...props} />
}

export function changesView(props: ChangesPageProps): VNode {
  return <ChangesPage {...props} />
}

export function figureView(props: FigurePageProps): VNode {
  return <FigurePage {...props} />
}

export function myReportsView(props: MyReportsProps): VNode {
  return <MyReportsPage {...props} />
}
