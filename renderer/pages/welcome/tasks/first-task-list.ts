import { firstTaskNames, type FirstTaskName, type FirstTasks } from '@shared/domain/first-tasks'
import type { RouteLocationRaw } from 'vue-router'
import { t } from '@/i18n'

/** One line of the list: what to do, how, and where. */
export type FirstTask = {
  readonly name: FirstTaskName
  readonly text: string
  readonly hint: string
  readonly to: RouteLocationRaw
  readonly state: 'done' | 'next' | 'todo'
}

const texts: Readonly<Record<FirstTaskName, string>> = {
  look: t('welcome.tasks.look'),
  upload: t('welcome.tasks.upload'),
  trial_code: t('welcome.tasks.trialCode'),
  submit: t('welcome.tasks.submit'),
  release: t('welcome.tasks.release'),
  rollout: t('welcome.tasks.rollout'),
  connect: t('welcome.tasks.connect')
}

/** All of them in their order; the first that is not done is the next one. */
export function firstTaskList({ done, merchant }: FirstTasks): readonly FirstTask[] {
  const next = firstTaskNames.find((name) => !done.includes(name))
  return firstTaskNames.map((name) => ({
    name,
    text: texts[name],
    hint: hintOf(name, merchant?.name ?? t('welcome.tasks.aMerchant')),
    to: placeOf(name, merchant),
    state: done.includes(name) ? 'done' : name === next ? 'next' : 'todo'
  }))
}

function hintOf(name: FirstTaskName, merchant: string): string {
  switch (name) {
    case 'look':
      return t('welcome.tasks.lookHint', { merchant })
    case 'upload':
      return t('welcome.tasks.uploadHint', { merchant })
    case 'trial_code':
      return t('welcome.tasks.trialCodeHint', { merchant })
    case 'submit':
      return t('welcome.tasks.submitHint', { merchant })
    case 'release':
      return t('welcome.tasks.releaseHint', { merchant })
    case 'rollout':
      return t('welcome.tasks.rolloutHint')
    case 'connect':
      return t('welcome.tasks.connectHint')
  }
}

function placeOf(name: FirstTaskName, merchant: FirstTasks['merchant']): RouteLocationRaw {
  switch (name) {
    case 'rollout':
      return '/rollouts/new'
    case 'connect':
      return '/connect'
    default:
      if (merchant === null) return '/merchants'
      return { name: 'merchant', params: { accountId: merchant.accountId, appId: merchant.appId } }
  }
}
