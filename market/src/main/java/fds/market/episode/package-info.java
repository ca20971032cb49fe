/** Episodes: findings of one detector about one subject become one alert that is opened, updated and closed. */
package fds.market.episode;
