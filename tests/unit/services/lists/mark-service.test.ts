import { describe, expect, it } from 'vitest'
import { merchantTagsMax, noteMaxLength } from '@shared/domain/lists'
import { MarkService } from '../../../../electron/services/lists/mark-service'
import { codeOf } from '../../store/support'
import { listGround } from './support'

function service(...appIds: readonly string[]) {
  const ground = listGround(...appIds)
  const marks = new MarkService(ground)
  const changed = (): string[] => {
    ground.events.flush()
    return ground.told.flatMap((event) =>
      event.name === 'merchants.changed' ? event.payload.rows.map(({ appId }) => appId) : []
    )
  }
  return { ...ground, marks, changed }
}

describe('one note', () => {
  it('is kept and told', () => {
    const { marks, changed } = service('tt01')
    expect(marks.setNote({ accountId: 'a', appId: 'tt01' }, '下月换图标').note).toBe('下月换图标')
    expect(changed()).toEqual(['tt01'])
  })

  it('is refused for a merchant that is not there', () => {
    const { marks } = service()
    expect(codeOf(() => marks.setNote({ accountId: 'a', appId: 'tt09' }, '在吗'))).toBe('not_found')
  })
})

describe('tags of many', () => {
  it('are added and taken at once, and only those that changed are told', () => {
    const { store, marks, row, changed } = service('tt01', 'tt02', 'tt03')
    store.merchants.setTags({ accountId: 'a', appId: 'tt01' }, ['餐饮', '试用'])
    store.merchants.setTags({ accountId: 'a', appId: 'tt02' }, ['华东'])
    const order = { add: ['华东'], remove: ['试用'] }
    expect(marks.changeTags('a', ['tt01', 'tt02', 'tt03', 'tt03', 'gone'], order)).toEqual({ changed: 2, full: [] })
    expect(['tt01', 'tt02', 'tt03'].map((appId) => row(appId)?.tags)).toEqual([['餐饮', '华东'], ['华东'], ['华东']])
    expect(changed()).toEqual(['tt01', 'tt03'])
  })

  it('stay as they are where a merchant would get too many', () => {
    const { store, marks, row } = service('tt01', 'tt02')
    const many = Array.from({ length: merchantTagsMax }, (_, place) => `标签 ${place}`)
    store.merchants.setTags({ accountId: 'a', appId: 'tt01' }, many)
    expect(marks.changeTags('a', ['tt01', 'tt02'], { add: ['新'], remove: [] })).toEqual({ changed: 1, full: ['tt01'] })
    expect(row('tt01')?.tags).toEqual(many)
    expect(row('tt02')?.tags).toEqual(['新'])
  })
})

describe('notes of many', () => {
  it('stand below those that are there, or in their place', () => {
    const { store, marks, row } = service('tt01', 'tt02')
    store.merchants.setNote({ accountId: 'a', appId: 'tt01' }, '旧')
    marks.changeNotes('a', ['tt01', 'tt02'], { note: '新', mode: 'append' })
    expect([row('tt01')?.note, row('tt02')?.note]).toEqual(['旧\n新', '新'])
    marks.changeNotes('a', ['tt01', 'tt02'], { note: '', mode: 'replace' })
    expect([row('tt01')?.note, row('tt02')?.note]).toEqual(['', ''])
  })

  it('stay as they are where they would be too long', () => {
    const { store, marks, row } = service('tt01')
    const long = '长'.repeat(noteMaxLength)
    store.merchants.setNote({ accountId: 'a', appId: 'tt01' }, long)
    expect(marks.changeNotes('a', ['tt01'], { note: '再', mode: 'append' })).toEqual({ changed: 0, full: ['tt01'] })
    expect(row('tt01')?.note).toBe(long)
  })
})
