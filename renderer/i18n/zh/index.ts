import accounts from './accounts'
import activity from './activity'
import authorization from './authorization'
import batches from './batches'
import capabilities from './capabilities'
import categories from './categories'
import codes from './codes'
import common from './common'
import diagnosis from './diagnosis'
import domains from './domains'
import drift from './drift'
import editor from './editor'
import events from './events'
import frame from './frame'
import help from './help'
import home from './home'
import merchants from './merchants'
import palette from './palette'
import profile from './profile'
import program from './program'
import rolloutPlan from './rollout-plan'
import rolloutRun from './rollout-run'
import rollouts from './rollouts'
import safety from './safety'
import settings from './settings'
import standing from './standing'
import templates from './templates'
import upload from './upload'
import versions from './versions'
import welcome from './welcome'

/** The interface in Chinese, the language it is written in: one file per part. */
export default {
  common,
  frame,
  palette,
  merchants,
  versions,
  codes,
  profile,
  categories,
  domains,
  standing,
  capabilities,
  authorization,
  rollouts,
  rolloutPlan,
  rolloutRun,
  drift,
  batches,
  templates,
  editor,
  upload,
  events,
  accounts,
  diagnosis,
  home,
  settings,
  welcome,
  activity,
  help,
  safety,
  program
} as const
