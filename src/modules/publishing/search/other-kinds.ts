/** Kinds of what can be found beside publications and parts of the portal; rooms above keep them. */
export const otherKinds = {
  initiative: { vi: 'Sáng kiến', en: 'Idea' },
  feedback_result: { vi: 'Kết quả xử lý phản ánh, kiến nghị', en: 'Result of feedback' },
  dialogue: { vi: 'Đối thoại với người dân', en: 'Dialogue with the public' },
} as const

export type OtherKind = keyof typeof otherKinds

export function isOtherKind(kind: string): kind is OtherKind {
  return kind in otherKinds
}
