import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ActivityEntry } from '@shared/domain/activity'
import { ActivityJournal } from '../../../electron/services/activity/activity-journal'
import { ActivityService } from '../../../electron/services/activity/activity-service'
import { canonicalJson, entryHash } from '../../../electron/store/activity-chain'
import { activityLines } from '../../../renderer/pages/activity/activity-lines'
import { fixedClock, newStore, sampleAccount, temporaryFolder } from '../store/support'
import { january } from '../support'

const text = readFileSync(resolve(import.meta.dirname, '../../../docs/activity-journal.md'), 'utf8')

/** The program that the document hands to a third party. */
const program = /```python\n(.*?)```/s.exec(text)?.[1] ?? ''

/** Not every machine that tests has it; what the document says is then not tried here. */
const hasPython = spawnSync('python3', ['--version']).status === 0

/** Everything that JSON escapes or could, that a line could be broken at, and characters of one to four bytes. */
const control = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')
const hardTexts = [
  ...['海边茶馆「手作」', '👩‍👩‍👧‍👦 🍵 𠮷野家', '\u0000é\u0301ﬁ\uFFFD\uE000\u{10FFFF}', '\uFEFFBOM', '\u2028\u2029\u0085'],
  ...[control, '\u007F\u0080\u009F', '"\\/<>&\'`', '\ud83c 半个 \udf75', '']
]

/** A journal as the page exports it: two accounts, every hard text at every place, the first account's data removed. */
function exported(): readonly ActivityEntry[] {
  const store = newStore()
  store.accounts.save(sampleAccount('b', { name: '乙 🍵\n"' }))
  const clock = fixedClock(january)
  const journal = new ActivityJournal({ store, clock, actor: '小王 🍵' })
  for (const accountId of ['a', 'b', null]) {
    for (const hard of hardTexts) {
      journal.record({
        ...{ action: 'tags_change', accountId, appId: accountId === null ? null : 'tt01', merchantName: hard },
        ...{ before: { note: hard, tags: [] }, after: { note: `${hard}。`, tags: hardTexts }, reason: hard },
        ...{ outcome: 'refused', platformCode: hard, platformMessage: hard, logId: hard },
        links: { operation: 'o', setting: null, rollout: null }
      })
    }
  }
  store.activity.removeContents({ accountId: 'a', at: january, actor: '小王 🍵' })
  journal.record({ action: 'account_remove', accountId: 'a' })
  const service = new ActivityService({ store, journal, clock })
  return [...service.page({ filter: everything, cursor: null, limit: 500 }).entries].reverse()
}

const everything = {
  ...{ accountId: null, appId: null, actions: null, outcomes: null, origins: null, actor: null },
  ...{ from: null, to: null, text: '' }
}

/** Runs the document's program on a file with these lines. */
function checked(lines: string, ...words: readonly string[]) {
  const folder = temporaryFolder()
  const [file, journal] = [join(folder, 'check.py'), join(folder, 'journal.jsonl')]
  writeFileSync(file, program)
  writeFileSync(journal, lines)
  const { status, stdout, stderr } = spawnSync('python3', [file, journal, ...words], { encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}`.trim() }
}

function without(entries: readonly ActivityEntry[], ...places: readonly number[]): readonly ActivityEntry[] {
  return entries.filter((_, place) => !places.includes(place))
}

/** The lines, one of them changed. */
function changedAt(entries: readonly ActivityEntry[], place: number, change: (entry: ActivityEntry) => object): string {
  const lines = entries.map((entry, at) => JSON.stringify(at === place ? { ...entry, ...change(entry) } : entry))
  return `${lines.join('\n')}\n`
}

/** The place, from 0 on, of an entry that has its content; its sequence is one more. */
const inB = hardTexts.length + 2

describe('the program in activity-journal.md', () => {
  it('is there, and all names that it sorts are ASCII, as the document says', () => {
    expect(program).toContain('fits up to')
    const names = new Set<string>()
    JSON.parse(JSON.stringify(exported()), (name, value: unknown) => {
      names.add(name)
      return value
    })
    expect([...names].filter((name) => !/^\w*$/.test(name))).toEqual([])
  })

  describe.runIf(hasPython)('run by Python (skipped where python3 is missing)', () => {
    it('finds a whole export whole, whatever its texts hold and with contents removed', () => {
      const entries = exported()
      expect(entries.filter(({ content }) => content === null)).toHaveLength(hardTexts.length)
      const last = entries.at(-1)
      expect(checked(activityLines(entries))).toEqual({
        status: 0,
        said: `fits up to ${entries.length} ${last?.hash}`
      })
    })

    it('finds the end of one that was cut off there, which the document says it can not see', () => {
      expect(checked(activityLines(exported().slice(0, -1))).status).toBe(0)
      expect(checked('')).toEqual({ status: 0, said: `fits up to 0 ${'0'.repeat(64)}` })
    })

    const changes: readonly (readonly [string, (entry: ActivityEntry) => object, string])[] = [
      ['who it was', () => ({ actor: '别人' }), 'changed'],
      ['when it was', ({ at }) => ({ at: at - 1 }), 'changed'],
      ['how it ended', () => ({ outcome: 'done' }), 'changed'],
      [
        'a word of the content',
        ({ content }) => ({ content: { ...content, reason: '另一个' } }),
        'its content was changed'
      ],
      ['a field that counts for no hash', () => ({ remark: '…' }), 'another set of fields'],
      ['its content away', () => ({ content: null }), 'its content is gone, and no removal of the data tells why']
    ]
    it.each(changes)('finds the line in which somebody changed %s', (_what, change, why) => {
      expect(checked(changedAt(exported(), inB, change))).toEqual({
        status: 1,
        said: `does not fit at ${inB + 1}: ${why}`
      })
    })

    it('finds by the next line that one was made anew with all its hashes', () => {
      expect(checked(changedAt(exported(), inB, forged))).toEqual({
        status: 1,
        said: `does not fit at ${inB + 2}: follows another entry`
      })
    })

    it.each([0, 1, inB, 2 * hardTexts.length])('finds that line %i was taken out', (place) => {
      const { status, said } = checked(activityLines(without(exported(), place)))
      expect({ status, said }).toEqual({
        status: 1,
        said: `does not fit at ${place + 2}: entries are missing before it`
      })
    })

    it('finds that lines were put in twice or in another order', () => {
      const lines = activityLines(exported()).split(/(?<=\n)/)
      const [one = '', two = '', ...rest] = lines
      expect(checked([one, one, two, ...rest].join('')).said).toBe('does not fit at 1: out of order')
      expect(checked([two, one, ...rest].join('')).status).toBe(1)
    })

    it('checks what was narrowed by filters as far as it goes', () => {
      const entries = exported()
      const narrowed = without(entries, 0, inB, entries.length - 2)
      expect(checked(activityLines(narrowed)).status).toBe(1)
      expect(checked(activityLines(narrowed), 'narrowed')).toMatchObject({ status: 0 })
      const change = { actor: '别人' }
      expect(
        checked(
          changedAt(narrowed, inB + 1, () => change),
          'narrowed'
        ).status
      ).toBe(1)
      const forgedLine = changedAt(narrowed, inB + 1, forged)
      expect(checked(forgedLine, 'narrowed').said).toContain('follows another entry')
    })
  })
})

/** An entry with another content and all hashes calculated anew. */
function forged(entry: ActivityEntry): object {
  const content = { ...entry.content, reason: '另一个' }
  const contentHash = createHash('sha256').update(canonicalJson(content)).digest('hex')
  return { content, contentHash, hash: entryHash({ ...entry, contentHash }) }
}
