import type { Desk } from '../desk'
import type { Logger } from '../ports'

/** Milliseconds that closing may take. */
const deadlineMs = 5000

/** Closes the desk, or gives up after the deadline: a quit must come to an end. Never rejects. */
export async function closeWithin(desk: Promise<Desk>, logger: Logger, limitMs: number = deadlineMs): Promise<void> {
  const closing = desk
    .then((opened) => opened.close())
    .catch((error: unknown) => {
      logger.error('closing failed', { error: String(error) })
    })
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      logger.warn('closing took too long and was given up', { limitMs })
      resolve()
    }, limitMs)
  })
  await Promise.race([closing, deadline])
  clearTimeout(timer)
}
