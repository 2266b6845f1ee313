import { describe, expect, it } from 'vitest'
import { topicOf } from '@/components/help/topic-of'
import { helpTopics } from '@/components/help/topics'
import { router } from '@/router'

const names = router.getRoutes().flatMap(({ name }) => (name === undefined ? [] : [String(name)]))

describe('the help', () => {
  it('knows the pages', () => expect(names.length).toBeGreaterThan(20))

  it.each(names)('has a topic for the page %s', (name) => {
    expect(topicOf(name, null)).not.toBeNull()
  })

  it.each([
    ['merchant', 'profile', 'profile'],
    ['merchant', 'domains', 'domains'],
    ['merchant', 'nowhere', 'versions'],
    ['merchant', 'constructor', 'versions'],
    ['templates', 'ext', 'extJson'],
    ['templates', null, 'templates']
  ])('of %s with the tab %s is %s', (route, tab, topic) => {
    expect(topicOf(route, tab)).toBe(topic)
  })

  it('says nothing of a page that is not there', () => {
    expect([topicOf('nowhere', null), topicOf('constructor', null), topicOf('', null)]).toEqual([null, null, null])
  })

  it('fills the numbers of the rules in', () => {
    const lines = Object.values(helpTopics).flatMap(({ lines }) => lines)
    expect(lines.filter((line) => /undefined|NaN|\d\.\d|\{(?!\{)/.test(line.replace('{{name}}', '')))).toEqual([])
    expect(helpTopics.versions.lines.join()).toContain('10 秒')
    expect(helpTopics.extJson.lines.join()).toContain('{{name}}')
  })

  it('uses every topic', () => {
    const tabs = [
      null,
      ...'profile categories domains codes capabilities standing authorization journal ext'.split(' ')
    ]
    const used = new Set(names.flatMap((name) => tabs.map((tab) => topicOf(name, tab))))
    expect(Object.keys(helpTopics).filter((topic) => ![...used].some((each) => each === topic))).toEqual([])
  })
})
