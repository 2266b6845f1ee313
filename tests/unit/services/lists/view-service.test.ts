import { expect, it } from 'vitest'
import { emptyFilter, savedViewsMax, type ViewContent } from '@shared/domain/lists'
import { ViewService } from '../../../../electron/services/lists/view-service'
import { codeOf, fixedClock } from '../../store/support'
import { listGround } from './support'

const content: ViewContent = { filter: { ...emptyFilter, needsCare: true }, sort: null, columns: null }

function service() {
  const ground = listGround()
  const views = new ViewService({ ...ground, clock: fixedClock(7) })
  const save = (name: string) => views.save({ accountId: 'a', id: null, name, content })
  return { ...ground, views, save }
}

it('tells every page of each change, with all the views in their order', () => {
  const { views, save, told } = service()
  const first = save('甲')
  const second = save('乙')
  views.move('a', second.id, 0)
  views.remove('a', first.id)
  views.setColumns('a', [{ name: 'name', widthPx: 200 }])
  expect(told.map(({ name }) => name)).toEqual(Array.from({ length: 5 }, () => 'views.changed'))
  const names = told.map(({ payload }) => ('views' in payload ? payload.views.map((view) => view.name).join() : null))
  expect(names).toEqual(['甲', '甲,乙', '乙,甲', '乙', '乙'])
  expect(views.list('a')).toEqual({ accountId: 'a', views: [second], columns: [{ name: 'name', widthPx: 200 }] })
})

it('keeps so many views and no more, but still changes those that are there', () => {
  const { views, save } = service()
  const all = Array.from({ length: savedViewsMax }, (_, place) => save(`视图 ${place}`))
  expect(codeOf(() => save('再一个'))).toBe('not_possible_now')
  expect(views.save({ accountId: 'a', id: all[0]?.id ?? '', name: '改名', content }).name).toBe('改名')
  expect(views.list('a').views).toHaveLength(savedViewsMax)
})

it('tells nothing of what was refused', () => {
  const { save, told } = service()
  save('甲')
  expect(codeOf(() => save('甲'))).toBe('invalid_input')
  expect(told).toHaveLength(1)
})
