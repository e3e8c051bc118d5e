package io.wonderlake.engine;

import io.wonderlake.work.Job;

/// An engine on this computer, which pipelines can also write with.
public interface LocalEngine extends QueryEngine {

    EngineSession session(Job job);
}
