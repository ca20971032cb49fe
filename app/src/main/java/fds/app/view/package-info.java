/** Reading a journal for people and programs: alerts, explanations, exports and the detector catalogue. */
package fds.app.view;
