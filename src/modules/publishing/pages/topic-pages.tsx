import type { Locale } from '../../../lib/actor.ts'
import { words } from '../../../lib/text/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { imageAddress } from '../body.ts'
import { texts } from '../portal.texts.ts'
import type { Topic } from '../publication.ts'
import { SectionHead } from './story.tsx'

/** Over the list of a topic: its picture; of a retired one, that it is so and what takes its place. */
export function topicIntro({
  locale,
  topic,
  successor,
}: {
  locale: Locale
  topic: Topic
  successor: Topic | null
}) {
  const w = words(texts, locale)
  return (
    <>
      {topic.retired && (
        <Notice tone="info">
          <p>
            {w.topicRetired}{' '}
            {successor && (
              <>
                {w.topicNow} <a href={`/topics/${successor.code}`}>{successor[locale]}</a>.
              </>
            )}
          </p>
        </Notice>
      )}
      {topic.imageId !== null && (
        <img
          class="topic-picture"
          src={imageAddress(topic.imageId, 960)}
          alt={topic.imageAlt}
          width="960"
          height="320"
        />
      )}
    </>
  )
}

export function topicsPage({ locale, topics }: { locale: Locale; topics: readonly Topic[] }) {
  const w = words(texts, locale)
  const parts = [
    { id: 'fields', title: w.fields, topics: topics.filter((t) => t.isReformField) },
    { id: 'others', title: w.otherTopics, topics: topics.filter((t) => !t.isReformField) },
  ].filter((part) => part.topics.length > 0)
  return (
    <>
      <PageHead title={w.topics} lead={w.topicsLead} />
      {parts.map((part) => (
        <section aria-labelledby={part.id} key={part.id}>
          <SectionHead id={part.id} title={part.title} />
          <ul class="doors">
            {part.topics.map((topic) => (
              <li key={topic.code}>
                <h3>
                  <a href={`/topics/${topic.code}`}>{topic[locale]}</a>
                </h3>
                <p>{locale === 'vi' ? topic.aboutVi : topic.aboutEn || topic.aboutVi}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
