import { extname } from 'node:path'
import { unzipSync } from 'fflate'

/** What runs on a double click, somewhere. */
const programs = new Set(
  'exe com bat cmd scr msi ps1 vbs js jse wsf hta jar apk dmg app sh lnk reg dll docm xlsm pptm html htm svg'.split(
    ' ',
  ),
)
const mostEntries = 2_000

/** May this archive be handed on: readable, with files, none of them a program? Nothing is unpacked. */
export function isQuietArchive(bytes: Uint8Array): boolean {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    })
  } catch {
    return false
  }
  const isQuiet = (name: string) => !programs.has(extname(name).slice(1).toLowerCase())
  return names.length > 0 && names.length <= mostEntries && names.every(isQuiet)
}
