import { serveTasks } from '../../threads/task-server.ts';
import { trainModel } from './train-model.ts';

// The entry of a thread: like main.ts it acts when it is loaded.
serveTasks(trainModel);
