import { DeskFailure } from '@shared/errors'
import { say } from '@shared/texts/say'
import { type z } from 'zod'

/** Turns the key of a page's last row into the opaque text that the page hands back. */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Throws `DeskFailure` `invalid_input` for a text that is no cursor of this list. */
export function readCursor<Key>(cursor: string, schema: z.ZodType<Key>): Key {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new DeskFailure({
      code: 'invalid_input',
      message: say`列表没有读到`,
      reason: say`翻页的位置不对`,
      nextStep: say`请从第一页重新读取`,
      retryable: false,
      actor: 'operator',
      wayOut: 'retry'
    })
  }
}
