import { outlookOf } from '../outlook-of.ts';
import { serveTasks } from './task-server.ts';

// The entry of a thread: like main.ts it acts when it is loaded.
serveTasks(outlookOf);
