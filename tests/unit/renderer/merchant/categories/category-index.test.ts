import { describe, expect, it } from 'vitest'
import { categoryIndex, matchingCategories } from '@/pages/merchant/categories/choose/category-index'
import { tree } from './samples'

const index = categoryIndex(tree)
const found = (query: string) => matchingCategories(index.choosable, query).map(({ name }) => name)

describe('the tree of categories', () => {
  it('keeps levels apart whose ids repeat', () => {
    expect(index.below('').map(({ name }) => name)).toEqual(['餐饮', '零售'])
    expect(index.below('1').map(({ name }) => name)).toEqual(['正餐', '茶饮'])
    expect(index.below('1,2').map(({ name }) => name)).toEqual(['茶馆', '奶茶'])
    expect(index.below('1,1,1')).toEqual([])
  })

  it('finds a category by its complete id, and only one of the third level', () => {
    expect(index.find('2,1,1')?.name).toBe('零售-食品-茶叶')
    expect(index.find('2,1')).toBeNull()
  })

  it('names a level that the platform left out by its id', () => {
    const lone = tree.nodes.filter(({ level }) => level === 3)
    expect(categoryIndex({ ...tree, nodes: lone }).find('2,1,1')?.name).toBe('2-1-茶叶')
  })

  it('is searched by the names of every level', () => {
    expect(found('茶')).toEqual(['餐饮-茶饮-茶馆', '餐饮-茶饮-奶茶', '零售-食品-茶叶'])
    expect(found('餐饮 馆')).toEqual(['餐饮-正餐-面馆', '餐饮-茶饮-茶馆'])
    expect(found('餐饮 › 茶饮')).toEqual(['餐饮-茶饮-茶馆', '餐饮-茶饮-奶茶'])
    expect(found('火箭')).toEqual([])
  })
})
