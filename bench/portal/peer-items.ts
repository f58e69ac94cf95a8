// The items of the portal bench as SQL for a WordPress or a Ghost on MariaDB or MySQL that is installed and empty.
// Run: node bench/portal/peer-items.ts wordpress|ghost [count] | mariadb … <database>   (see bench/portal/README.md)
import { createHash } from 'node:crypto'
import { benchItems, htmlOf, peerList } from './fill.ts'

const [peer, count = '20000'] = process.argv.slice(2)
if (peer === 'wordpress') process.stdout.write(wordpress(Number(count)))
else if (peer === 'ghost') process.stdout.write(ghost(Number(count)))
else throw new Error('Say for whom: wordpress or ghost.')

function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`
}

function timeOf(at: Date): string {
  return quoted(at.toISOString().slice(0, 19).replace('T', ' '))
}

/** Statements of 250 rows each: one row a statement takes minutes. */
function inserts(head: string, rows: readonly string[]): string {
  const lines: string[] = []
  for (let i = 0; i < rows.length; i += 250)
    lines.push(`${head} values ${rows.slice(i, i + 250).join(',')};\n`)
  return lines.join('')
}

function wordpress(items: number): string {
  const posts = [...benchItems(items)].map((item, n) => {
    const at = timeOf(item.at)
    const told = [htmlOf(item), item.title, item.lead].map(quoted).join(',')
    return `(${n + 1},1,${at},${at},${told},'publish','closed','closed',${quoted(item.slug)},'','',${at},${at},'','post')`
  })
  const columns = `ID, post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, post_status,
    comment_status, ping_status, post_name, to_ping, pinged, post_modified, post_modified_gmt, post_content_filtered, post_type`
  return `set names utf8mb4; begin;
delete from wp_posts where post_type in ('post', 'page'); delete from wp_postmeta; delete from wp_term_relationships;
update wp_terms set slug = '${peerList}', name = 'Chung tay' where term_id = 1;
${inserts(`insert into wp_posts (${columns})`, posts)}
insert into wp_term_relationships (object_id, term_taxonomy_id, term_order) select ID, 1, 0 from wp_posts where post_type = 'post';
update wp_term_taxonomy set count = ${items} where term_taxonomy_id = 1;
commit; analyze table wp_posts, wp_term_relationships;
`
}

function ghost(items: number): string {
  const id = (kind: string, n: number) => createHash('md5').update(`${kind}${n}`).digest('hex').slice(0, 24)
  const uuid = (n: number) =>
    createHash('md5')
      .update(`u${n}`)
      .digest('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const tag = id('tag', 0)
  const posts = [...benchItems(items)].map((item, n) => {
    const at = timeOf(item.at)
    const told = [item.title.slice(0, 250), item.slug, htmlOf(item), item.paragraphs.join('\n')]
      .map(quoted)
      .join(',')
    const lead = quoted(item.lead.slice(0, 290))
    return `('${id('post', n)}','${uuid(n)}',${told},'${id('post', n)}',0,'post','published','public','all',${at},${at},${at},@author,${lead})`
  })
  const ids = Array.from({ length: items }, (_, n) => id('post', n))
  const columns = `id, uuid, title, slug, html, plaintext, comment_id, featured, type, status, visibility,
    email_recipient_filter, created_at, updated_at, published_at, published_by, custom_excerpt`
  return `set names utf8mb4; set @author = (select id from users limit 1); begin;
delete from posts_tags; delete from posts_authors; delete from posts_meta; delete from posts; delete from tags where slug = '${peerList}';
insert into tags (id, name, slug, visibility, created_at) values ('${tag}', 'Chung tay', '${peerList}', 'public', now());
${inserts(`insert into posts (${columns})`, posts)}
${inserts(
  'insert into posts_authors (id, post_id, author_id, sort_order)',
  ids.map((post, n) => `('${id('author', n)}','${post}',@author,0)`),
)}
${inserts(
  'insert into posts_tags (id, post_id, tag_id, sort_order)',
  ids.map((post, n) => `('${id('tagged', n)}','${post}','${tag}',0)`),
)}
commit; analyze table posts, posts_authors, posts_tags;
`
}
