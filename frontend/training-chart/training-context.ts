/** How what stands within a training's chart reaches the run that the chart reads. */
import { createContext } from '@lit/context';
import type { TrainingRun } from './training-run';

export const trainingContext = createContext<TrainingRun>(Symbol('training'));
