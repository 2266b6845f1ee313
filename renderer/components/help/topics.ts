import type { HelpTopic } from './topic'
import { deskTopics } from './topics-desk'
import { merchantTopics } from './topics-merchant'
import { rolloutsTopics } from './topics-rollouts'

/** The platform's rules by topic; their numbers are those of `shared/rules`. */
export const helpTopics = { ...deskTopics, ...merchantTopics, ...rolloutsTopics } as const satisfies Record<
  string,
  HelpTopic
>

export type TopicName = keyof typeof helpTopics
