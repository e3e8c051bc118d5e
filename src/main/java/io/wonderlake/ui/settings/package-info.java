/// The page where the user says how the window looks and starts, and reads where things stand.
package io.wonderlake.ui.settings;
