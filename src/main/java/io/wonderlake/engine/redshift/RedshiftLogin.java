package io.wonderlake.engine.redshift;

import io.wonderlake.work.Job;

/// Who logs in to a warehouse.
public interface RedshiftLogin {

    /// The name and password for a new connection; may ask a service for them. A password that is not known is a `SIGN_IN` failure.
    Access access(Job job);

    /// The warehouse did not take what `access` gave. Whether another call may give something that it takes.
    boolean refused();

    /// A name and its password; never written anywhere.
    record Access(String user, char[] password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
