import { describe, expect, it } from 'vitest'
import { settingFacets, settingKinds } from '@shared/domain/setting'
import { facetKinds, facetOf, settingNames } from '@shared/rules/setting-names'

describe('the kinds of change', () => {
  it('belong to one part each', () => {
    const listed = settingFacets.flatMap((facet) => facetKinds[facet])
    expect(listed.toSorted()).toEqual([...settingKinds].toSorted())
    for (const facet of settingFacets) for (const kind of facetKinds[facet]) expect(facetOf(kind)).toBe(facet)
  })

  it('have names of their own', () => {
    expect(new Set(Object.values(settingNames)).size).toBe(settingKinds.length)
  })
})
