import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { readRichField } from '../src/lib/richtext/field.ts'
import { richTextToHtml } from '../src/lib/richtext/html.ts'
import type { RichText } from '../src/lib/richtext/rich-text.ts'
import { samplePages } from '../src/ui/gallery/sample-pages.tsx'
import { renderPage } from '../src/ui/render.ts'
import { closeBrowser, openPage, sideways } from './browser.ts'

afterAll(closeBrowser)

const gallery = renderPage(samplePages.gallery('vi'))

/** What the form would send now, as the server reads it. */
async function sent(page: Page): Promise<RichText> {
  const values = await page.evaluate<Record<string, string>>(
    "Object.fromEntries(new FormData(document.querySelector('#writing form')))",
  )
  const read = readRichField(values, 'body')
  if (!read.ok) throw new Error(read.faults[0]?.en)
  return read.value
}

async function html(page: Page): Promise<string> {
  return richTextToHtml(await sent(page), { image: (file) => ({ src: `/files/${file}` }) })
}

async function openEmpty(width = 1440) {
  const visit = await openPage(gallery, { width })
  const text = visit.page.getByRole('textbox', { name: 'Nội dung bài' })
  await text.waitFor()
  await text.click()
  await visit.page.keyboard.press('Control+a')
  await visit.page.keyboard.press('Delete')
  return { ...visit, text }
}

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true })

test('the text that the form brought is the text that it sends', async () => {
  const { page, end } = await openPage(gallery)
  await page.getByRole('textbox', { name: 'Nội dung bài' }).waitFor()
  const before = await html(page)
  expect(before).toContain('<span lang="hmn">Nyob zoo')
  await page.getByRole('textbox', { name: 'Nội dung bài' }).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('A')
  await page.keyboard.press('Backspace')
  expect(await html(page)).toBe(before)
  await end()
})

test('Vietnamese is typed by composition, with headings, lists and marks by keyboard', async () => {
  const { page, end } = await openEmpty()
  const client = await page.context().newCDPSession(page)
  for (const step of ['T', 'Ti', 'Tiê', 'Tiến', 'Tiếng'])
    await client.send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    })
  await client.send('Input.insertText', { text: 'Tiếng' })
  await page.keyboard.type(' ')
  for (const step of ['V', 'Vi', 'Viê', 'Việ', 'Việt'])
    await client.send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    })
  await client.send('Input.insertText', { text: 'Việt' })
  await page.keyboard.press('Enter')
  await page.keyboard.type('## Đề mục')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- một')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+]')
  await page.keyboard.type('con')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('đậm')
  expect(await html(page)).toBe(
    '<p>Tiếng Việt</p><h2 id="muc-de-muc">Đề mục</h2><ul><li>một<ul><li>con</li></ul></li></ul><p><strong>đậm</strong></p>',
  )
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate('document.activeElement.dataset.tool')).toBe('bold')
  expect(await page.evaluate("document.activeElement.getAttribute('aria-pressed')")).toBe('true')
  await page.keyboard.press('Escape')
  expect(await page.evaluate("document.activeElement.classList.contains('rich-text')")).toBe(true)
  await end()
})

test('a table is made, filled, grown and given a header row', async () => {
  const { page, end } = await openEmpty()
  await tool(page, 'Bảng').click()
  await page.keyboard.type('Tên')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Số')
  await tool(page, 'Thêm hàng').click()
  await tool(page, 'Xóa cột').click()
  await tool(page, 'Hàng tiêu đề').click()
  const doc = await sent(page)
  const table = doc.content[0]
  if (table?.type !== 'table') throw new Error('no table')
  expect(table.content.map((row) => row.content.length)).toEqual([2, 2, 2, 2])
  expect(table.content[0]?.content.map((cell) => cell.type)).toEqual(['tableCell', 'tableCell'])
  await end()
})

test('what is pasted from Word is cleaned, and its list is a list', async () => {
  const { page, end } = await openEmpty()
  await page.evaluate(`(() => {
    const item = (text) => "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>" + text + '<o:p></o:p></p>'
    const data = new DataTransfer()
    data.setData('text/html', "<html><style>p{}</style><body><p class=MsoNormal><b>Đậm</b> <a href='javascript:alert(1)'>x</a><img src=x onerror='window.bad=1'></p>" + item('Một') + item('Hai') + '</body></html>')
    document.querySelector('.rich-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })()`)
  expect(await html(page)).toBe('<p><strong>Đậm</strong> x</p><ul><li>Một</li><li>Hai</li></ul>')
  expect(await page.evaluate('window.bad')).toBeUndefined()
  expect(await page.getByRole('status').filter({ hasText: 'Đã bỏ 1 ảnh' }).count()).toBe(1)
  await end()
})

test('an image without words is refused, with them it is set, and a link is asked for its address', async () => {
  const { page, end } = await openEmpty()
  await tool(page, 'Ảnh').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio').check()
  await dialog.getByLabel('Mô tả ảnh').fill('')
  await dialog.getByRole('button', { name: 'Đồng ý' }).click()
  expect(await dialog.getByRole('alert').innerText()).toContain('mô tả ảnh')
  await dialog.getByLabel('Mô tả ảnh').fill('Bộ phận Một cửa')
  await dialog.getByRole('button', { name: 'Đồng ý' }).click()
  await page.keyboard.type('Ảnh: An')
  expect(await html(page)).toContain('alt="Bộ phận Một cửa"')
  expect(await html(page)).toContain('<figcaption>Ảnh: An</figcaption>')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+k')
  await dialog.getByLabel('Địa chỉ').fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  expect(await dialog.getByRole('alert').innerText()).toContain('https://')
  await dialog.getByLabel('Địa chỉ').fill('dichvucong.gov.vn')
  await page.keyboard.press('Enter')
  expect(await html(page)).toContain('<a href="https://dichvucong.gov.vn">')
  await end()
})

test('on a phone the tools wrap and nothing sticks out', async () => {
  const { page, end } = await openEmpty(390)
  expect(await sideways(page)).toEqual([])
  await end()
})

test('without a script the textarea holds the text in simple marks, and it is the text again', async () => {
  const { page, end } = await openPage(gallery, { javascript: false, width: 390 })
  const area = page.getByLabel('Nội dung bài')
  const typed = await area.inputValue()
  expect(typed).toContain('[[bảng 1]]')
  await area.fill(typed.replace('[[bảng 1]]', '').replace('Từ ngày', 'Kể từ ngày'))
  const values = { 'body-tree': await page.locator('[name=body-tree]').inputValue(), 'body-by': '' }
  const lost = readRichField({ ...values, body: await area.inputValue() }, 'body')
  expect(lost.ok).toBe(false)
  const read = readRichField({ ...values, body: typed.replace('Từ ngày', 'Kể từ ngày') }, 'body')
  expect(read.ok && richTextToHtml(read.value)).toContain('Kể từ ngày')
  await end()
})

test('a form that saves itself sends the tree, and puts back what did not arrive', async () => {
  const words = {
    saving: '…',
    saved: 'Đã lưu lúc',
    offline: 'Giữ trên máy',
    restored: 'Đã lấy lại',
    reload: 'Tải lại',
  }
  const marked = gallery
    .replace(
      /(<section[^>]*id="writing".*?<form )/s,
      `$1data-autosave="item-1" data-words='${JSON.stringify(words)}' `,
    )
    .replace(
      /(<form data-autosave.*?>)/s,
      '$1<input type="hidden" name="revision" value="1"><input type="text" name="title" aria-label="Tên bài"><p data-told></p>',
    )
  const { page, context } = await openPage(marked)
  const posts: string[] = []
  await page.route('**/components', (route) => {
    posts.push(route.request().postData() ?? '')
    return route.fulfill({ json: { outcome: 'saved', revision: posts.length + 1 } })
  })
  const text = page.getByRole('textbox', { name: 'Nội dung bài' })
  await text.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Mới. ')
  await page.locator('[data-told]').filter({ hasText: 'Đã lưu lúc' }).waitFor()
  expect(decodeURIComponent(posts[0] ?? '')).toContain('"text":"Mới.')
  await page.getByLabel('Tên bài').fill('Khai sinh')
  await expect
    .poll(() => posts.some((post) => post.includes('title=Khai+sinh')), { timeout: 60_000 })
    .toBe(true)
  await page.route('**/components', (route) => route.abort())
  await text.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Chưa gửi. ')
  await page.locator('[data-told]').filter({ hasText: 'Giữ trên máy' }).waitFor()
  page.on('dialog', (d) => d.accept())
  await page.reload()
  await page.locator('.rich-text').filter({ hasText: 'Chưa gửi.' }).waitFor()
  await context.close()
})
