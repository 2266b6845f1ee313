import { describe, expect, it, vi } from 'vitest'

/** The first page that a query finds on a page that is in English. */
async function firstPage(query: string): Promise<string | undefined> {
  localStorage.setItem('merchant-desk.language', 'en')
  vi.resetModules()
  const { createPinia, setActivePinia } = await import('pinia')
  setActivePinia(createPinia())
  const { loadPinyin } = await import('@/components/palette/pinyin')
  const { pageEntries } = await import('@/components/palette/page-entries')
  const { searchEntries } = await import('@/components/palette/search')
  await loadPinyin()
  return searchEntries(pageEntries(null), query, [])[0]?.found[0]?.entry.id
}

describe('the palette in English', () => {
  it.each([
    ['Version drift', 'page:/drift'],
    ['版本差距', 'page:/drift'],
    ['banbenchaju', 'page:/drift'],
    ['令牌', 'page:/keeper'],
    ['lpgj', 'page:/keeper'],
    ['quiet hours', 'page:/settings?section=notifications'],
    ['免打扰', 'page:/settings?section=notifications']
  ])('finds by %s', async (query, id) => {
    expect(await firstPage(query)).toBe(id)
  })
})
