import { parseArgs, type ParseArgsConfig } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>
type Reading<T extends Options> = { args: string[]; strict: true; allowPositionals: false; options: T }

/**
 * The values of a command line that holds nothing but these flags; one that was not given is undefined. `refused` makes
 * what is thrown for another flag, one without its value, or a bare word; the problem is one line in Node's words.
 */
export function readFlags<T extends Options>(
  args: readonly string[],
  options: T,
  refused: (problem: string) => Error
): ReturnType<typeof parseArgs<Reading<T>>>['values'] {
  try {
    return parseArgs<Reading<T>>({ args: [...args], strict: true, allowPositionals: false, options }).values
  } catch (error) {
    const [firstSentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ', 1)
    throw refused(firstSentence.replaceAll('\n', ' '))
  }
}
