import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import en from '@/i18n/en'
import zh from '@/i18n/zh'

const root = resolve(import.meta.dirname, '../../../..')
const chinese = textsOf(zh)
const english = textsOf(en)
const keys = [...chinese.keys()]

/** What the platform's console writes, which an operator who reads English must find there; and the name of a language. */
const staysChinese = [
  '中文',
  ...['基本信息设置权限', '运营管理权限', '密钥管理', '消息验证 TOKEN', '消息加密解密 KEY'],
  ...['授权事件接收 URL', '消息与事件接收 URL', '三方小程序', '第三方小程序应用', '服务商平台'],
  ...['开发配置', '开发设置', '开发', '域名'],
  ...['IP 白名单', '全网发布', '授权测试小程序']
]
const chineseLetters = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

describe('the texts of the page', () => {
  test('are there in both languages, and none is empty', () => {
    expect(keys.length).toBeGreaterThan(1_000)
    expect([...english.keys()].sort()).toEqual([...keys].sort())
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('are English in English', () => {
    const left = [...english].filter(([, text]) => chineseLetters.test(withoutConsoleWords(text)))
    expect(left).toEqual([])
  })

  test('take the same values in both languages', () => {
    const different = keys.filter((key) => valuesOf(chinese.get(key)) !== valuesOf(english.get(key)))
    expect(different.map((key) => `${key}: ${chinese.get(key)} / ${english.get(key)}`)).toEqual([])
  })

  test('are all shown somewhere', () => {
    const sources = globSync('renderer/**/*.{ts,vue}', { cwd: root })
      .filter((file) => !/i18n[/\\](zh|en)/.test(file))
      .map((file) => readFileSync(resolve(root, file), 'utf8'))
      .join('\n')
    const literals = new Set([...sources.matchAll(/['"`]([A-Za-z][\w.]*)['"`]/g)].map(([, text]) => text))
    // A key may be put together: t(`versions.stage.${stage}`) shows all below it.
    const begun = [...sources.matchAll(/`([A-Za-z][\w.]*\.)\$\{/g)].map(([, text = '']) => text)
    const unused = keys.filter((key) => !literals.has(key) && !begun.some((start) => key.startsWith(start)))
    expect(unused).toEqual([])
  })
})

function withoutConsoleWords(text: string): string {
  const longestFirst = [...staysChinese].sort((one, other) => other.length - one.length)
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), text)
}

/** Every text under its key. */
function textsOf(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(tree) as [string, unknown][]) {
    if (typeof value === 'string') found.set(`${path}${name}`, value)
    else if (typeof value === 'object' && value !== null)
      for (const [key, text] of textsOf(value, `${path}${name}.`)) found.set(key, text)
  }
  return found
}

/** The names in braces, each once; `n` chooses the form in English and need not be shown in each. */
function valuesOf(text = ''): string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return [...new Set(names)]
    .filter((name) => name !== 'n')
    .sort()
    .join(' ')
}
