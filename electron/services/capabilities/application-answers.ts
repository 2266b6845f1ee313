import type { CapabilityAnswer } from '@shared/domain/capability'
import { filled } from '@shared/rules/capability-rules'

/** The staged pictures of an application. */
export function stagedIn(answers: readonly Pick<CapabilityAnswer, 'files'>[]): readonly string[] {
  return [...new Set(answers.flatMap(({ files }) => files))]
}

/**
 * An application's answers as they are sent, those that say nothing left out. Pictures are uploaded one after another, in the
 * order of the form: what is seen of it is the file that is under way. Rejects as `upload` does.
 */
export async function answersSent(
  answers: readonly CapabilityAnswer[],
  upload: (fileId: string) => Promise<string>
): Promise<Readonly<Record<string, readonly string[]>>> {
  const sent: (readonly [string, readonly string[]])[] = []
  for (const { key, texts, files } of answers) {
    const values = [...filled(texts)]
    for (const fileId of files) values.push(await upload(fileId))
    if (values.length > 0) sent.push([key, values])
  }
  return Object.fromEntries(sent)
}
