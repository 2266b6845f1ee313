/** Help: the drawer with each page's rules, the error codes, who must act about a failure. */
export default {
  drawer: {
    open: '本页帮助',
    title: '帮助：{topic}',
    codes: '错误码',
    keys: 'F1 打开，Esc 关闭'
  },
  actor: {
    operator: '由你处理',
    merchant: '由商家处理',
    developer: '由开发者处理',
    platform: '由平台处理',
    nobody: '等待即可'
  },
  wayOut: {
    versions: '看商家的版本',
    profile: '打开基本资料',
    categories: '打开服务类目',
    domains: '打开商家的域名',
    codes: '打开二维码',
    capabilities: '打开能力',
    standing: '看评级和信用',
    authorization: '打开授权',
    merchants: '打开商家列表',
    links: '生成授权链接',
    keeper: '打开令牌管家',
    doctor: '打开连接诊断',
    baselines: '打开域名基线',
    templates: '打开模板',
    rollouts: '打开批量发布',
    accounts: '打开账号列表',
    account: '打开账号设置',
    dataFolder: '看数据目录',
    update: '检查更新'
  },
  support: {
    account: '账号：{name}({appId})',
    time: '时间：{time}（中国时间）',
    version: '程序版本：{version}'
  },
  codes: {
    title: '错误码',
    about: '平台文档里的错误码：含义、由谁处理、怎么办。同一个数字在不同接口可能意思不同。',
    filter: '筛选',
    search: '搜索错误码或文字',
    count: '{n} 条',
    reading: '正在读取错误码',
    none: '没有找到',
    noneText: '平台文档里没有这样的错误码；请把 log_id 提供给平台客服查询。',
    showAll: '显示全部',
    everywhere: '通用',
    open: '打开',
    openDocumentation: '打开 {code} 的文档',
    column: {
      code: '错误码',
      endpoint: '接口',
      reason: '含义和原因',
      actor: '由谁处理',
      nextStep: '怎么办',
      documentation: '文档'
    }
  },
  topic: {
    today: {
      title: '今日',
      order: '这里列出等你处理的事，最急的在前；处理完的自己消失。',
      review: '平台的审核一般要一到两天；超过 {hours} 小时会在这里提醒。',
      ticket: '{warn} 小时没有收到新的 component_ticket 会提醒；{life} 小时后旧的失效，所有调用都会停下。',
      local: '数字来自本机存的数据，读取商家后更新。'
    },
    merchants: {
      title: '商家',
      order: '列表先显示本机存的，再从平台读取；读取不会改变任何东西。',
      authorization: '授权列表里没有了的商家会标为授权失效；它的记录还在。',
      readiness: '就绪检查只用读到的数据判断提审会不会被拒绝；没读到的不当作问题。',
      marks: '标签、备注和视图只存在本机，不会发给平台和商家。'
    },
    versions: {
      title: '版本',
      stages: '代码依次经过测试版、审核版、线上版；上传会代替现在的测试版。',
      one: '同一时间只能有一个版本在审核；要提审新的，先撤回。',
      hosts: '提审时没有选的宿主端，发布后那里的用户会打不开小程序。',
      submit: '两次提审至少隔 {seconds} 秒；审核备注最多 {length} 个字；审核一般要一到两天。',
      rollback:
        '每次发布只能回退一次，首个线上版本和被下架的不能回退；{from} 到 {to} 分钟生效，两次回退至少隔 {wait} 分钟。',
      lost: '没有收到平台回答的操作，程序先核对版本列表，不会重复发送。'
    },
    profile: {
      title: '基本资料',
      name: '名称 {min} 到 {max} 个字符，汉字算 2 个；涉及品牌要附商标证明。',
      introduction: '简介 {min} 到 {max} 个字。',
      icon: '图标是 jpg 或 png，最大 {size} MB，建议 {side} × {side} 像素。',
      review: '修改要经过审核，审核期间那一项不能再改；没有通过时，线上的保持原样。',
      left: '每一项剩下的次数以平台返回的为准。'
    },
    categories: {
      title: '服务类目',
      max: '一个小程序最多 {max} 个；每月的修改次数以平台返回的为准。',
      publish: '审核通过的类目要发布才生效；还没上线的小程序，随首次发布生效。',
      edit: '类目不能修改，只能删除再增加；被拒的可以补充资质，不占次数。',
      last: '最后一个通过的类目不能删除；删除类目可能使挂载、交易等能力失效。',
      files: '每项资质最多 {files} 个文件，每个最大 {size} MB。'
    },
    domains: {
      title: '域名',
      max: '每类最多 {max} 个域名。',
      form: '只写域名：不带协议、路径和端口，不能是 IP。',
      own: '域名要在第三方应用自己的域名列表里，或是其中域名的下级域名。',
      replace: '「整体替换」会去掉没有写的域名；修改前程序会先读现有的给你对照。',
      webview: '业务域名只有企业小程序能用。'
    },
    merchantCodes: {
      title: '二维码',
      trial: '体验码是有期限的地址，过期后重新获取；每个阶段各有一个。',
      path: '路径不要以斜杠开头，参数里的中文要编码，最长 {length} 个字符。',
      kept: '小程序码长期有效；方码任何应用都能扫，圆形的抖音码只有抖音系应用能扫。'
    },
    capabilityTab: {
      title: '能力',
      apply: '有条件的能力要满足条件才能申请；申请由平台审核，被拒后可以再申请。',
      mount: '短视频挂载的申请理由和锚点文案各最多 {length} 个字，截图一张。',
      phone: '获取手机号不用申请，过了试运营期自动开通。',
      permission: '申请能力要商家授予「{name}」。'
    },
    standing: {
      title: '评级和信用',
      trial: '试运营期里，能力、支付和流量可能受限；任务完成、分数达标后结束。',
      score: '还没有初始化的信用分显示为没有分数。',
      rating: '质量评级已被平台下线，不再读取。',
      filing: '备案状态只有数字，平台没有说明含义，请在平台后台确认。'
    },
    merchantAuthorization: {
      title: '授权',
      sets: '权限集由商家授予，只能补充，不能减少；要减少就解除后重新授权。',
      token: '调用凭据 2 小时有效，程序自己更新；刷新令牌一个月有效，只能用一次。',
      recover: '令牌丢了可以用找回授权码恢复，不用商家操作。'
    },
    journal: {
      title: '操作记录',
      what: '在这台电脑上对这个账号和商家做过的事，谁、何时、结果如何。',
      chain: '每条记录与前一条相连，改动或删除会被查出来。',
      language: '记录保持写下时的语言；不含密钥和令牌。'
    },
    authorization: {
      title: '授权',
      life: '授权链接 {hours} 小时内有效，成功一次后失效。',
      create: '代创建小程序的链接每天最多 {max} 条，名称会先保留。',
      published: '应用没有全网发布时，只有授权测试小程序能授权。',
      after: '商家授权后会自动出现；没有收到推送时，读取授权列表即可。'
    },
    keeper: {
      title: '令牌管家',
      renew: '刷新令牌剩不到 {days} 天就自动更新，每个只能用一次。',
      lost: '更新的回答丢了，令牌就作废；程序会用找回授权码恢复。',
      one: '几个程序各自更新会互相作废；几台电脑共用时，由一台统一管理。'
    },
    baselines: {
      title: '域名基线',
      what: '基线是一组商家都应该有的域名；一个商家最多属于一条基线。',
      max: '每类最多 {max} 个域名，都要在第三方应用自己的列表里。',
      apply: '套用是一次批量发布，可以分波、暂停；已经一致的商家不会发送。'
    },
    batches: {
      title: '批量修改',
      review: '每个商家各自审核；还在审核中的那一项会跳过并说明原因。',
      limits: '简介 {min} 到 {max} 个字；图标最大 {size} MB。',
      left: '剩余次数按商家各自计算。'
    },
    rollouts: {
      title: '批量发布',
      states: '等待开始、进行中、等你决定、已暂停、已停止、已结束；停止后不能继续，可以复制为新计划。',
      quit: '退出程序时停在原处，下次打开自动继续；已提交的审核在平台照常进行。',
      one: '一个商家同一时间只在一次批量发布里。'
    },
    plan: {
      title: '新建批量发布',
      preview: '预览按上次读到的数据判断；开始后每个商家会再读一次，再发送。',
      waves: '一波完成后打开下一波，可以自动、定时或由你决定。',
      stop: '失败太多时按停止规则自动暂停。',
      pace: '请求太频繁时平台会要求放慢，程序自己调整；同一商家两次提审至少隔 {seconds} 秒。'
    },
    run: {
      title: '批量发布的进行',
      unknown: '「结果待确认」的会继续核对，不会重复发送。',
      causes: '没有成功的按原因归类；处理好以后一起重试。',
      train: '「待一起发布」的商家等你一次发布。',
      review: '审核一般要一到两天，超过 {hours} 小时会提醒。'
    },
    results: {
      title: '批量发布的结果',
      what: '报告和比较只用本机的记录，不再询问平台。',
      versions: '版本是那次结束时读到的，现在可能已经不同。'
    },
    drift: {
      title: '版本偏差',
      what: '比较每个商家的线上版和选择的模板，落后的可以直接放进计划。',
      read: '按上次读到的版本计算；没有读过的算作未知。'
    },
    templates: {
      title: '模板',
      max: '第三方应用最多 {max} 个模板，满了要先删除。',
      draft: '开发者工具上传到模板小程序后成为草稿，新的上传会代替旧草稿；把草稿添加为模板后才能用。',
      delete: '删除模板会怎样影响已上传的版本，平台没有说明；删除前请确认不再需要。'
    },
    extJson: {
      title: 'ext.json',
      required: 'extEnable 和 extAppid 必填，extAppid 是各商家自己的 AppID。',
      variables: '变量写成 {braces}，最多 {max} 个；必填的变量没有值时，那个商家不会发送。',
      length: '整个文件最多 {length} 个字符。',
      override: '与 app.json 同名的字段会代替模板里的。'
    },
    codes: {
      title: '小程序码',
      max: '最多保存 {max} 个码。',
      width: '宽度 {min} 到 {largest} 像素。',
      path: '路径不要以斜杠开头，最长 {length} 个字符；留空打开首页。',
      permission: '生成要商家授予「{name}」。'
    },
    capabilities: {
      title: '能力',
      apply: '一次给多个商家申请，是一次批量发布；不满足条件的会跳过并说明原因。',
      pace: '平台限制能力接口每秒的次数，程序自己放慢。',
      again: '被拒和已关闭的可以再申请，审核中的不能。'
    },
    events: {
      title: '事件',
      source: '平台只推送到 HTTPS 地址：由内置接收（经隧道）或中继收下，也可以粘贴。',
      ticket: 'component_ticket 每 {minutes} 分钟推送一次，{hours} 小时有效；默认不在列表里显示。',
      once: '平台可能重复推送，相同的只记一次；推送丢了，刷新商家就能补上。'
    },
    reports: {
      title: '报告',
      what: '报告来自本机的操作记录和读到的数据，可以打印或存成文件。',
      secret: '报告里没有密钥和令牌。'
    },
    accounts: {
      title: '账号',
      what: '一个账号就是开放平台上的一个三方小程序应用。',
      secret: '密钥存在系统钥匙串里，不会再显示，也不会写进日志和导出。',
      ticket: '没有 component_ticket 就不能调用平台；平台每 {minutes} 分钟推送一次，{hours} 小时有效。',
      ip: '如果设置了 IP 白名单，这台电脑的公网 IP 要在里面。'
    },
    diagnosis: {
      title: '连接诊断',
      steps: '按顺序检查网络、密钥、票据和凭据；前一步不通，后面的不能判断。',
      safe: '检查只读取，不会改变商家。',
      shared: '凭据提前失效多半是别的程序在用同一个应用。'
    },
    settings: {
      title: '设置',
      local: '设置只存在这台电脑上。',
      language: '换语言会重新载入页面；已经写下的记录和平台自己的话不变。',
      practice: '演练环境是内置的模拟平台，做什么都不影响真实商家。'
    },
    errorCodes: {
      title: '错误码',
      what: '平台文档里的错误码，按文档和实际含义整理；同一个数字在不同接口可能意思不同。',
      unknown: '这里没有的，请把 log_id 提供给平台客服。'
    },
    start: {
      title: '开始',
      practice: '先在演练环境里随便试，之后再添加真实的账号。',
      where: 'AppID、密钥和消息设置都在服务商平台的开发配置里。'
    }
  }
} as const
