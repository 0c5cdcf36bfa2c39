import { randomInt } from 'node:crypto';

/**
 * Which schedules to run, from the environment: RUNS of SEED from FROM on, and FRESH more of a seed never used before.
 * What was chosen goes back into the environment, where the workers find it.
 */
export function planned() {
  const { env } = process;
  env.SEED ||= String(randomInt(1_000_000_000));
  env.FRESH_SEED ||= String(randomInt(1_000_000_000));
  const first = Number(env.FROM || 0);
  const schedules = [
    ...numbers(first, Number(env.RUNS || 500)).map(number => ({ seed: env.SEED, number })),
    ...numbers(0, Number(env.FRESH || 0)).map(number => ({ seed: env.FRESH_SEED, number })),
  ];
  return { schedules, seeds: [...new Set(schedules.map(({ seed }) => seed))] };
}

export function again({ seed, number }) {
  return `make faults SEED=${seed} FROM=${number} RUNS=1`;
}

function numbers(from, count) {
  return Array.from({ length: count }, (_, at) => from + at);
}
