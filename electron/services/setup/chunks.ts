import { setImmediate as breathe } from 'node:timers/promises'

/** So many merchants are judged without a pause: a few milliseconds of work on the database. */
const chunkSize = 50

/** Does something with many merchants, a chunk at a time; whatever else waits for the main process gets in between. */
export async function inChunks<Item>(items: readonly Item[], work: (chunk: readonly Item[]) => void): Promise<void> {
  for (let start = 0; start < items.length; start += chunkSize) {
    if (start > 0) await breathe()
    work(items.slice(start, start + chunkSize))
  }
}
