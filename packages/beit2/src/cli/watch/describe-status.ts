/** The status of a run in words. */
import type { RunStatus } from '../../report/run-status.js';
import type { Figure } from '../../report/run-figures.js';
import { formatNumber, formatPercent } from '../../report/html.js';
import { readable } from '../../train/run/metrics.js';
import { formatDuration } from '../../train/run/progress.js';
import { readableBytes, readableTime } from '../options/table.js';

/** A figure with its name and step. */
export const describeFigure = ({ name, value, step }: Figure): string =>
  `${readable(name)} ${formatNumber(value)} at step ${step.toLocaleString('en')}`;

function describeState({ state, process, lastLineAge }: RunStatus): string {
  const where = process && `process ${process.pid} on ${process.host}`;
  const many = process && process.processes > 1 ? `, ${process.processes} processes` : '';
  const age = lastLineAge === null ? '' : `; last line ${readableTime(lastLineAge)} ago`;
  switch (state) {
    case 'running':
      return `running: ${where}${many}${age}`;
    case 'died':
      return `died without a message: ${where} is gone${age}`;
    case 'unknown':
      return `${where ? `unknown: ${where}${many}, not this machine` : 'unknown: the log does not say where it ran'}${age}`;
    default:
      return `${state}${age}`;
  }
}

function describeSteps({ step, totalSteps, secondsLeft }: RunStatus): string {
  const left = secondsLeft === null ? '' : `, ${formatDuration(secondsLeft)} left`;
  if (totalSteps === null) return step.toLocaleString('en') + left;
  const share = formatPercent(step / totalSteps);
  return `${step.toLocaleString('en')} of ${totalSteps.toLocaleString('en')} (${share})${left}`;
}

function describeSpeed({ imagesPerSecond, dataWait, memory }: RunStatus): string {
  const parts = [
    ...(imagesPerSecond === null ? [] : [`${formatNumber(imagesPerSecond)} images/s`]),
    ...(dataWait === null ? [] : [`${formatPercent(dataWait)} of the time waiting for data`]),
    ...(memory === null ? [] : [`${readableBytes(memory)} of memory`]),
  ];
  return parts.join(', ');
}

/** Name and text of each thing that is known. */
export function describeStatus(status: RunStatus): [string, string][] {
  const { stage, recipe, losses, best, codebook, checkpoint, lastProblem } = status;
  const rows: [string, string][] = [
    ['run', [status.folder, stage, recipe].filter((part) => part !== null).join(', ')],
    ['state', describeState(status)],
    ['steps', describeSteps(status)],
    ['speed', describeSpeed(status)],
    ...losses.map(({ name, now, before }): [string, string] => [
      readable(name),
      `${formatNumber(now.value)}${before ? ` (${formatNumber(before.value)} at step ${before.step.toLocaleString('en')})` : ''}`,
    ]),
    ['best', best ? describeFigure(best) : ''],
    ['codebook', codebook?.sentence ?? ''],
    ['checkpoint', checkpoint ? `${checkpoint.path}, ${readableTime(checkpoint.age)} ago` : 'none yet'],
    ['last problem', lastProblem ? `${lastProblem.time} ${lastProblem.message}` : 'none'],
  ];
  return rows.filter(([, text]) => text !== '');
}
