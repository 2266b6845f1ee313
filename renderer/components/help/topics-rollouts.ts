import {
  domainsMax,
  extJsonMaxLength,
  extVariablesMax,
  iconMaxBytes,
  introductionLength,
  reviewStuckMs,
  submitIntervalMs,
  templatesMax
} from '@shared/rules/limits'
import { t } from '@/i18n'
import type { HelpTopic } from './topic'
import { hours, megabytes, seconds } from './units'

/** Of rollouts, what they are made of and what they leave behind. */
export const rolloutsTopics = {
  baselines: {
    title: t('help.topic.baselines.title'),
    lines: [
      t('help.topic.baselines.what'),
      t('help.topic.baselines.max', { max: domainsMax }),
      t('help.topic.baselines.apply')
    ]
  },
  batches: {
    title: t('help.topic.batches.title'),
    lines: [
      t('help.topic.batches.review'),
      t('help.topic.batches.limits', {
        min: introductionLength.min,
        max: introductionLength.max,
        size: megabytes(iconMaxBytes)
      }),
      t('help.topic.batches.left')
    ]
  },
  rollouts: {
    title: t('help.topic.rollouts.title'),
    lines: [t('help.topic.rollouts.states'), t('help.topic.rollouts.quit'), t('help.topic.rollouts.one')]
  },
  plan: {
    title: t('help.topic.plan.title'),
    lines: [
      t('help.topic.plan.preview'),
      t('help.topic.plan.waves'),
      t('help.topic.plan.stop'),
      t('help.topic.plan.pace', { seconds: seconds(submitIntervalMs) })
    ]
  },
  run: {
    title: t('help.topic.run.title'),
    lines: [
      t('help.topic.run.unknown'),
      t('help.topic.run.causes'),
      t('help.topic.run.train'),
      t('help.topic.run.review', { hours: hours(reviewStuckMs) })
    ]
  },
  results: {
    title: t('help.topic.results.title'),
    lines: [t('help.topic.results.what'), t('help.topic.results.versions')]
  },
  drift: {
    title: t('help.topic.drift.title'),
    lines: [t('help.topic.drift.what'), t('help.topic.drift.read')]
  },
  templates: {
    title: t('help.topic.templates.title'),
    lines: [
      t('help.topic.templates.max', { max: templatesMax }),
      t('help.topic.templates.draft'),
      t('help.topic.templates.delete')
    ]
  },
  extJson: {
    title: t('help.topic.extJson.title'),
    lines: [
      t('help.topic.extJson.required'),
      t('help.topic.extJson.variables', { braces: '{{name}}', max: extVariablesMax }),
      t('help.topic.extJson.length', { length: extJsonMaxLength }),
      t('help.topic.extJson.override')
    ]
  }
} as const satisfies Record<string, HelpTopic>
