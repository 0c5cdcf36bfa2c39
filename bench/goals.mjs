/** What each figure must reach, on either database: the limit, and whether less or more is better. `against` names what `ratio` divides by. */
export const GOALS = {
  'phone.bytes.wasm_js': { unit: 'KB', atMost: 110 },
  'phone.bytes.all': { unit: 'KB', atMost: 150 },
  'phone.first_visit.usable_s': { unit: 's', atMost: 1.2 },
  'phone.home_screen.usable_s': { unit: 's', atMost: 0.6 },
  'phone.tap_to_durable_p95_ms': { unit: 'ms', atMost: 60 },
  'phone.friction_taps': { unit: 'taps', atMost: 2 },
  'sync.walks_per_s': { unit: 'walks/s', atLeast: 200 },
  'sync.p99_ms': { unit: 'ms', atMost: 250 },
  'sync.ratio_to_sqlite': { unit: '', atLeast: 0.5 },
  'month.10k.p99_ms': { unit: 'ms', atMost: 20 },
  'month.10m.p99_ms': { unit: 'ms', atMost: 20 },
  'month.growth': { unit: '', atMost: 1.2 },
  'month.10k.kept_p99_ms': { unit: 'ms', atMost: 20 },
  'month.10m.kept_p99_ms': { unit: 'ms', atMost: 20 },
  'month.kept_growth': { unit: '', atMost: 1.2 },
  'team.inbox.p99_ms': { unit: 'ms', atMost: 50 },
  'team.search.p99_ms': { unit: 'ms', atMost: 50 },
  'team.journey.p99_ms': { unit: 'ms', atMost: 50 },
  'team.journey.walks.p99_ms': { unit: 'ms', atMost: 50 },
  'team.news.other_server_ms': { unit: 'ms', atMost: 1000 },
  'pages.ratio_to_axum': { unit: '', atLeast: 0.25 },
  'server.rss_mb': { unit: 'MB', atMost: 150 },
};

/** A line of `target/bench.json` from what was measured: `{ name, value }`, and whatever the measurer says itself. */
export function figure({ name, value, ...said }) {
  const goal = GOALS[name.replace(/\.postgres$/, '')];
  if (!goal) return { unit: '', against: null, ratio: null, goal: null, met: null, ...said, name, value };
  const limit = goal.atMost ?? goal.atLeast;
  return {
    name,
    value,
    unit: goal.unit,
    against: 'the limit',
    ratio: Number((value / limit).toFixed(3)),
    ...said,
    goal: `${goal.atMost == null ? '≥' : '≤'} ${limit}`,
    met: goal.atMost == null ? value >= limit : value <= limit,
  };
}
