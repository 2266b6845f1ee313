import { expect, it } from 'vitest'
import { textPattern } from '@/composables/text-pattern'
import { t } from '@/i18n'

it('a pattern says what the dictionary says, whatever the values look like', () => {
  const copyName = textPattern('common.copy.nameLabelled', ['label', 'text', 'hint'])
  for (const text of ['tt01', '{label}', '', '甲 | 乙', "{'@'}"]) {
    const values = { label: 'AppID', text, hint: '点击复制' }
    expect(copyName(values)).toBe(t('common.copy.nameLabelled', values))
  }
})
